from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.forms import SchoolForm
from accounts.models import School
from accounts.permissions import Permission
from accounts.services.requisites import edit_requisites
from mentoring.common.refusal import Refusal


@needs(Permission.MANAGE_MEMBERS)
def requisites(request):
    """What stands in the heads of all papers of the school."""
    form = SchoolForm(request.POST or None, instance=School.objects.get(pk=request.actor.school_id))
    if request.method == "POST" and form.is_valid():
        try:
            edit_requisites(actor=request.actor, **form.facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved. Papers that are printed from now on carry these words."))
            return redirect("accounts:requisites")
    lead = _("The papers take these words as they stand here. What is signed already does not change.")
    return render(request, "accounts/requisites.html", {"form": form, "page_title": _("Requisites of the school"), "page_lead": lead})
