"""Events of orders and reports in words."""

from django.utils.translation import gettext_lazy as _

from accounts.event_names import name_events

name_events(
    {
        "order.prepared": _("Order prepared"),
        "order.send": _("Order sent to the director"),
        "order.recall": _("Order taken back from the director"),
        "order.return": _("Order returned with a remark"),
        "order.sign": _("Order signed"),
        "order.pdf_kept": _("PDF of the order made and kept"),
        "order.discard": _("Order discarded"),
        "order.annul": _("Order annulled"),
        "order.edited": _("Draft of the order changed"),
        "order.registered": _("Order issued before Tandem entered"),
        "order.corrected": _("Order issued before Tandem corrected"),
        "order.scan_attached": _("Scan of an order attached"),
        "order.taken_out": _("Order issued before Tandem taken out"),
        "order.acknowledged": _("Order read and acknowledged"),
        "order.reminded": _("Letter sent to those who have not read the order"),
        "order.sheet_marked": _("Signed acknowledgement sheet marked"),
        "order.sheet_unmarked": _("Marks of the acknowledgement sheet taken back"),
        "order_text.changed": _("School's wording of an order changed"),
        "document.prepared": _("Document prepared"),
        "document.edited": _("Document changed"),
        "document.finished": _("Document finished"),
        "document.pdf_kept": _("PDF of the document made and kept"),
        "document.discarded": _("Document discarded"),
        "name_forms.changed": _("Cases of a name changed"),
        "numbers.template_changed": _("Look of the numbers changed"),
        "numbers.settled": _("Last numbers given entered"),
        "numbers.series_added": _("Series of numbers added"),
        "report.requested": _("Report requested"),
        "base.exported": _("Base exported"),
        "letters.requested": _("Letters to many people requested"),
        "folder.requested": _("Folder of the programme requested"),
    }
)
