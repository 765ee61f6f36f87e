from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Action, Empty
from participants.filters import BulkFilter, MenteeFilter, MentorFilter, PersonFilter
from participants.lists.bases import CLASS_COLUMNS, MENTEE_COLUMNS, MENTOR_COLUMNS
from participants.lists.bulk import BULK_COLUMNS
from participants.lists.parts import BY_NAME
from participants.lists.people import BY_OWN_NAME, PEOPLE_COLUMNS
from participants.queries.bases import mentees_for, mentors_for
from participants.queries.bulk import changes_for
from participants.queries.people import people_for


class BaseList(SchoolList):
    """What both bases share: who may add, what may be taken along, and the words of an empty base."""

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
            Action(_("Applications"), reverse("participants:applications"), "inbox"),
            Action(_("Questionnaires of entry"), reverse(f"participants:entry_{self.base}"), "ui-checks"),
            Action(_("Dictionary of topics"), reverse("participants:topics"), "journal-text"),
            Action(self.add_label, reverse(self.add_url), "plus-lg", primary=True),
        ]

    def get_row_actions(self):
        if not self.request.actor.may(Permission.MANAGE_PEOPLE):
            return []
        return [Action(_("Change a field"), reverse("participants:bulk_edit", args=[self.base]), "pencil-square")]

    def get_sheets(self):
        if not self.add_url or not self.request.actor.may(Permission.EXPORT_BASES):
            return []
        recommended = reverse("reports:base_as_filtered", args=[self.base])
        return [Action(_("Base in the recommended columns"), recommended, "file-earmark-spreadsheet")]

    def get_empty(self):
        if self.request.actor.may(Permission.MANAGE_PEOPLE):
            sentence = _("Nobody is in this base yet. Bring the list of the school as an Excel workbook.")
            return Empty(sentence, icon="people", action=next(iter(self.get_actions()), None))
        return Empty(_("Nobody is in this base yet. A curator enters people."), icon="people")


class PeopleList(BaseList):
    """Everybody whom the school works with, in a base or not."""

    permissions = (Permission.VIEW_PEOPLE,)
    filterset_class = PersonFilter
    columns = PEOPLE_COLUMNS
    default_order = BY_OWN_NAME
    page_title = _("People")
    page_lead = _("Everybody whom the school works with: pupils, teachers, guests. Who stands in a base, who in none.")
    base = "people"

    def get_actions(self):
        return []

    def get_queryset(self):
        return people_for(self.request.actor)


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


class BulkChangeList(SchoolList):
    """What was changed for many rows at once: the way back to undoing it."""

    permissions = (Permission.MANAGE_PEOPLE,)
    filterset_class = BulkFilter
    columns = BULK_COLUMNS
    default_order = ("-made_at",)
    page_title = _("Bulk changes")
    page_lead = _("One field of many rows, set at once. Open a change to see its rows or to undo it.")

    def get_queryset(self):
        return changes_for(self.request.actor)

    def get_empty(self):
        return Empty(_("Nobody has changed many rows at once yet. Tick rows in a list and choose “Change a field”."), icon="pencil-square")
