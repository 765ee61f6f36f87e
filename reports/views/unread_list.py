from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.clock import today
from mentoring.common.lists import Action, Column, Empty
from reports.enums import OrderState
from reports.filters import UnreadFilter
from reports.models import Acknowledgement


class UnreadList(SchoolList):
    """Whom to remind: everybody whom a signed order names and who has not confirmed reading it. The row leads to the sheet."""

    permissions = (Permission.VIEW_ORDERS,)
    filterset_class = UnreadFilter
    template_name = "reports/unread_list.html"
    page_title = _("Have not read an order")
    page_lead = _("Remind them to sign in and confirm, or to sign the printed sheet; open a row to mark the signatures.")
    default_order = ("order__signed_on", "order_id", "position")
    columns = (
        Column("name", _("Name"), lambda line: line.name, order_by=("name",), width=36),
        Column("post", _("Post or class"), lambda line: line.post, order_by=("post",), width=32),
        Column("order", _("Order"), lambda line: str(line.order), order_by=("order__signed_on", "order_id"), width=60),
        Column("signed", _("Date of the order"), lambda line: line.order.signed_on, order_by=("order__signed_on",), kind="date"),
        Column("days", _("Days waiting"), lambda line: (today() - line.order.signed_on).days, kind="integer", css="num"),
        Column("reminded", _("Last reminded"), lambda line: line.reminded_on, order_by=("reminded_on",), kind="date", optional=True),
        Column("login", _("Has a login"), lambda line: str(_("yes") if line.can_sign_in else _("no, by paper"))),
    )

    def get_queryset(self):
        rows = Acknowledgement.objects.visible_to(self.request.actor).waiting().filter(order__state=OrderState.SIGNED)
        return rows.select_related("order").with_login()

    def row_url(self, row):
        return reverse("reports:order_sheet", args=[row.order_id])

    def get_empty(self):
        orders = Action(_("Orders"), reverse("reports:orders"), icon="journal-text")
        return Empty(_("Everybody who is named in a signed order has read it."), icon="journal-check", action=orders)
