from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from accounts.access import NeedsPermission
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from programmes.forms import ProgrammeForm
from programmes.services import create_programme


class ProgrammeCreate(NeedsPermission, FormView):
    permissions = (Permission.MANAGE_PROGRAMMES,)
    form_class = ProgrammeForm
    template_name = "programmes/create.html"
    extra_context = {
        "page_title": gettext_lazy("Create a programme"),
        "page_lead": gettext_lazy("A preset brings the seven stages with their measures and terms; everything can be changed later."),
        "submit_label": gettext_lazy("Create the programme"),
        "cancel_url": reverse_lazy("programmes:list"),
    }

    def get_initial(self):
        return {"title": _("Mentoring at school")}

    def form_valid(self, form):
        try:
            programme = create_programme(actor=self.request.actor, **form.facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
            return self.form_invalid(form)
        return redirect(programme)
