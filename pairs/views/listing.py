from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Action, Empty
from pairs.filters import MeetingFilter, PairFilter
from pairs.lists import BY_MENTOR, MEETING_COLUMNS, PAIR_COLUMNS
from pairs.models import Meeting, Pair
from pairs.queries.attention import with_attention


class PairList(SchoolList):
    permissions = (Permission.VIEW_PAIRS,)
    filterset_class = PairFilter
    columns = PAIR_COLUMNS
    page_title = _("Pairs and groups")
    page_lead = _("Who works with whom, how far the pair is, and when they last met.")
    default_order = ("attention", *BY_MENTOR)

    def get_queryset(self):
        return with_attention(Pair.objects.visible_to(self.request.actor).for_list().with_meetings())

    def get_actions(self):
        if not self.request.actor.may(Permission.MANAGE_PAIRS):
            return []
        agreements = Action(_("Record agreements"), reverse("pairs:agree_many"), "hand-thumbs-up")
        matching = Action(_("Run the matching"), reverse("pairs:readiness"), "diagram-3")
        return [agreements, matching, Action(_("Propose a pair"), reverse("pairs:propose"), "plus-lg", primary=True)]

    def get_empty(self):
        return Empty(_("There are no pairs yet."), icon="people", action=next(reversed(self.get_actions()), None))


class MeetingList(SchoolList):
    permissions = (Permission.VIEW_PAIRS,)
    filterset_class = MeetingFilter
    columns = MEETING_COLUMNS
    page_title = _("Meetings")
    page_lead = _("Meetings of all pairs, those that did not take place included.")
    default_order = ("-held_on",)

    def get_queryset(self):
        meetings = Meeting.objects.visible_to(self.request.actor).select_related("pair__mentor__person")
        return meetings.prefetch_related("pair__seats__mentee__person")

    def get_empty(self):
        return Empty(
            _("No meeting has been logged yet. Mentors log them on their phones, once the order is signed."), icon="calendar-event"
        )
