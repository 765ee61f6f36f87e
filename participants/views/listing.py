from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Action, Empty
from participants.filters import MenteeFilter, MentorFilter
from participants.lists import BY_NAME, CLASS_COLUMNS, MENTEE_COLUMNS, MENTOR_COLUMNS
from participants.queries.bases import mentees_for, mentors_for


class BaseList(SchoolList):
    """What both bases share: who may add, and the words of an empty base."""

    template_name = "participants/base.html"
    default_order = BY_NAME
    pickable = True
    base = ""
    add_url = ""
    add_label = ""

    def get_actions(self):
        blocked = Action(_("Who cannot be paired"), reverse("participants:obstacles"), "exclamation-circle")
        if not self.request.actor.may(Permission.MANAGE_PEOPLE):
            return [blocked] if self.request.actor.may(Permission.VIEW_PEOPLE) else []
        upload = f"{reverse('participants:import')}?base={self.base}"
        return [
            Action(_("Import from Excel"), upload, "upload"),
            blocked,
            Action(_("Questionnaires of entry"), reverse(f"participants:entry_{self.base}"), "ui-checks"),
            Action(_("Dictionary of topics"), reverse("participants:topics"), "journal-text"),
            Action(self.add_label, reverse(self.add_url), "plus-lg", primary=True),
        ]

    def get_empty(self):
        if self.request.actor.may(Permission.MANAGE_PEOPLE):
            sentence = _("Nobody is in this base yet. Bring the list of the school as an Excel workbook.")
            return Empty(sentence, icon="people", action=self.get_actions()[0])
        return Empty(_("Nobody is in this base yet. A curator enters people."), icon="people")


class MentorList(BaseList):
    permissions = (Permission.VIEW_PEOPLE,)
    filterset_class = MentorFilter
    columns = MENTOR_COLUMNS
    page_title = _("Mentors")
    page_lead = _("The base of mentors: what each can give, how many places are free, what is missing.")
    base, add_url, add_label = "mentors", "participants:mentor_add", _("Add a mentor")

    def get_queryset(self):
        return mentors_for(self.request.actor)


class MenteeList(BaseList):
    permissions = (Permission.VIEW_PEOPLE, Permission.VIEW_CLASS)
    filterset_class = MenteeFilter
    columns = MENTEE_COLUMNS
    page_title = _("Mentees")
    page_lead = _("The base of mentees: who asks for what, who still waits for a pair.")
    base, add_url, add_label = "mentees", "participants:mentee_add", _("Add a mentee")

    def setup(self, request, *args, **kwargs):
        """A class teacher sees the own class, without what the children asked for."""
        super().setup(request, *args, **kwargs)
        if request.actor is not None and not request.actor.may(Permission.VIEW_PEOPLE):
            self.columns = CLASS_COLUMNS
            self.page_lead = _("Pupils of your class in the programme: who is ready and who waits for a pair.")

    def get_queryset(self):
        return mentees_for(self.request.actor)
