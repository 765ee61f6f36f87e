"""Events of orders and reports in words."""

from django.utils.translation import gettext_lazy as _

from accounts.event_names import name_events

name_events(
    {
        "order.prepared": _("Order prepared"),
        "order.send": _("Order sent to the director"),
        "order.return": _("Order returned with a remark"),
        "order.sign": _("Order signed"),
        "order.discard": _("Order discarded"),
        "report.requested": _("Report requested"),
        "base.exported": _("Base exported"),
    }
)
