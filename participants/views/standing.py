from django.urls import reverse
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Action, Empty
from participants.filters import StandingFilter
from participants.lists.people import BY_OWN_NAME
from participants.lists.standing import STANDING_COLUMNS
from participants.queries.standing_list import people_with_standings


class ConsentStandings(SchoolList):
    """Who of the running bases has which consent: what the register of sheets cannot say, because what is missing is no sheet."""

    permissions = (Permission.RECORD_CONSENTS,)
    template_name = "participants/base.html"
    filterset_class = StandingFilter
    columns = STANDING_COLUMNS
    page_title = gettext_lazy("Who has which consent")
    page_lead = gettext_lazy("Everybody in the bases of programmes that run. Filter by purpose and state to see who lacks what.")
    default_order = BY_OWN_NAME

    def get_queryset(self):
        return people_with_standings(self.request.actor)

    def get_actions(self):
        return [
            Action(gettext_lazy("Record the consents"), reverse("participants:consents_record"), "pen", primary=True),
            Action(gettext_lazy("Print consents"), reverse("participants:sheets_print"), "printer"),
            Action(gettext_lazy("Register of consents"), reverse("participants:consents"), "shield-check"),
        ]

    def get_empty(self):
        return Empty(
            gettext_lazy("Nobody is in the base of a programme that runs. Enter people first, then collect their consents."), icon="people"
        )
