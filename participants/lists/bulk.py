"""Columns of the list of bulk changes."""

from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column
from mentoring.common.marks import state_badge
from participants.queries.bulk import field_of

LISTS = {"people": gettext_lazy("People"), "mentors": gettext_lazy("Mentors"), "mentees": gettext_lazy("Mentees")}

BULK_COLUMNS = (
    Column("made_at", gettext_lazy("When"), lambda row: row.made_at, order_by=("made_at",), kind="datetime", width=18),
    Column("list", gettext_lazy("List"), lambda row: str(LISTS[row.base]), width=16),
    Column("field", gettext_lazy("Field"), lambda row: field_of(row).label, width=24),
    Column("value", gettext_lazy("New value"), lambda row: field_of(row).words(row.value), width=40, css="col-words"),
    Column("rows", gettext_lazy("Rows"), lambda row: row.rows_count, kind="integer", css="text-end", width=10),
    Column("who", gettext_lazy("Who"), lambda row: row.made_by.user.get_full_name(), width=36),
    Column(
        "state",
        gettext_lazy("State"),
        lambda row: str(row.get_state_display()),
        html=lambda row: state_badge(row.state, row.get_state_display()),
        order_by=("state",),
        width=16,
    ),
)
