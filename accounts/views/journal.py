from django.utils.translation import gettext_lazy as _

from accounts.event_names import event_words
from accounts.filters import JournalFilter
from accounts.models import AuditEvent
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Column, Empty


class JournalList(SchoolList):
    """The audit journal, newest first. It shows what was done, not what was written about children."""

    permissions = (Permission.VIEW_JOURNAL,)
    filterset_class = JournalFilter
    page_title = _("Journal")
    page_lead = _("Who did what and when. A row cannot be changed or removed.")
    default_order = ("-at",)
    columns = (
        Column("at", _("When"), lambda row: row.at, order_by=("at",), kind="datetime"),
        Column("who", _("Who"), lambda row: row.by_name, order_by=("by_name",), width=36),
        Column("what", _("What"), lambda row: event_words(row.name), order_by=("name",), width=40),
        Column("subject", _("Of what"), lambda row: row.subject, width=60),
    )

    def get_queryset(self):
        return AuditEvent.objects.all()

    def get_empty(self):
        return Empty(_("Nothing has been done in the school yet."), icon="clock-history")

    def row_url(self, row):
        return ""
