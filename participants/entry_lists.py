"""The lists of questionnaires of entry: columns and filters."""

import django_filters
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column
from mentoring.common.marks import badge
from participants.enums import EntryState, ImportBase
from participants.filters import OfPersonFilter
from participants.lists import NAME, PLACE
from participants.models import MenteeRecord, MentorRecord
from programmes.models import Programme


def entry_words(record) -> str:
    if record.entry_state:
        return str(EntryState(record.entry_state).label)
    if record.draft_saved:
        return _("has begun, not sent yet")
    if record.link_opened:
        return _("opened the link, has not answered")
    return _("has a link") if record.link_issued else _("not asked yet")


def show_entry(record) -> str:
    tones = {EntryState.WAITING: ("wait", "inbox"), EntryState.CONFIRMED: ("good", "check-circle")}
    return badge(entry_words(record), *tones.get(record.entry_state, ("neutral", "hourglass")))


ENTRY_COLUMNS = (
    NAME,
    PLACE,
    Column("programme", gettext_lazy("Programme"), lambda row: str(row.programme), order_by=("programme__starts_on",), width=36),
    Column("state", gettext_lazy("Questionnaire"), entry_words, html=show_entry, order_by=("entry_state",), width=28),
    Column(
        "answered_at",
        gettext_lazy("Answer came"),
        lambda row: row.answered_at,
        order_by=("answered_at",),
        kind="datetime",
    ),
)


ENTRY_STATES = (
    ("none", gettext_lazy("has not answered")),
    ("linked", gettext_lazy("has a link, has not answered")),
    ("waiting", gettext_lazy("waits for the curator")),
    ("confirmed", gettext_lazy("taken into the record")),
)


class EntryFilter(OfPersonFilter):
    """Questionnaires of entry of one base."""

    programme = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Programme"), queryset=lambda request: Programme.objects.visible_to(request.actor)
    )
    class_name = django_filters.CharFilter(label=gettext_lazy("Class"), method="filter_class")
    state = django_filters.ChoiceFilter(label=gettext_lazy("Questionnaire"), choices=ENTRY_STATES, method="filter_state")

    def filter_state(self, rows, name, value):
        if value in ("none", "linked"):
            silent = rows.filter(entry_state__isnull=True)
            return silent.filter(link_issued__isnull=False) if value == "linked" else silent
        return rows.filter(entry_state=value)


class MentorEntryFilter(EntryFilter):
    class Meta:
        model = MentorRecord
        fields = ()


class MenteeEntryFilter(EntryFilter):
    class Meta:
        model = MenteeRecord
        fields = ()


ENTRY_FILTERS = {ImportBase.MENTORS: MentorEntryFilter, ImportBase.MENTEES: MenteeEntryFilter}
