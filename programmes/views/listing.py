from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Action, Empty
from programmes.filters import ProgrammeFilter
from programmes.lists import PROGRAMME_COLUMNS
from programmes.models import Programme


class ProgrammeList(SchoolList):
    permissions = (Permission.VIEW_PROGRAMMES,)
    filterset_class = ProgrammeFilter
    template_name = "programmes/list.html"
    columns = PROGRAMME_COLUMNS
    page_title = _("Programmes")
    page_lead = _("What the school runs this year and how far each roadmap is.")
    default_order = ("-starts_on", "-pk")

    def get_queryset(self):
        rows = Programme.objects.visible_to(self.request.actor).with_progress()
        return rows.select_related("year").prefetch_related("forms")

    def get_actions(self):
        if not self.request.actor.may(Permission.MANAGE_PROGRAMMES):
            return []
        create = Action(_("Create a programme"), reverse("programmes:create"), "plus-lg", primary=True)
        return [Action(_("Forms, role models, kinds"), reverse("programmes:dictionaries"), "journal-text"), create]

    def get_empty(self):
        if actions := self.get_actions():
            return Empty(_("There are no programmes yet. The first one takes a minute: choose a preset."), icon="map", action=actions[-1])
        return Empty(_("There are no programmes yet. A curator creates them."), icon="map")
