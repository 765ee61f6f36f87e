"""Representatives of a minor: added, corrected, ended."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from participants.forms import EndGuardianForm, GuardianForm
from participants.models import Guardian, Person
from participants.queries.guardians import namesakes
from participants.services import add_guardian, edit_guardian, end_guardian


@needs(Permission.MANAGE_PEOPLE)
def guardian_add(request, pk):
    """An adult of the same name with another child is asked about before a second one is written."""
    found = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    near = namesakes(request.actor, request.POST.get("full_name", ""), besides=found)
    form = GuardianForm(request.POST or None, namesakes=near)
    if request.method == "POST" and form.is_valid():
        try:
            guardian = add_guardian(actor=request.actor, person=found, **form.facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("%(name)s may sign for %(person)s now.") % {"name": guardian.full_name, "person": found.short_name})
            return redirect(found)
    return _form_page(request, found, form, _("Add a representative"), _("Add the representative"))


@needs(Permission.MANAGE_PEOPLE)
def guardian_edit(request, pk):
    guardian = _guardian(request, pk)
    form = GuardianForm(request.POST or None, instance=guardian)
    if request.method == "POST" and form.is_valid():
        try:
            edit_guardian(actor=request.actor, guardian=guardian, **form.facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect(guardian.person)
    return _form_page(request, guardian.person, form, _("Edit a representative"), _("Save"))


@needs(Permission.MANAGE_PEOPLE)
def guardian_end(request, pk):
    guardian = _guardian(request, pk)
    form = EndGuardianForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_guardian(actor=request.actor, guardian=guardian, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(
                request, _("%(name)s no longer signs for %(person)s.") % {"name": guardian, "person": guardian.person.short_name}
            )
            return redirect(guardian.person)
    lead = _("%(name)s will neither sign for the child nor see it. What was signed stays.") % {"name": guardian}
    return _form_page(request, guardian.person, form, _("The rights have ended"), _("End the rights"), lead)


def _guardian(request, pk) -> Guardian:
    rows = Guardian.objects.filter(person__in=Person.objects.visible_to(request.actor)).select_related("person")
    return get_object_or_404(rows, pk=pk)


def _form_page(request, person, form, title, submit, lead=""):
    context = {"form": form, "person": person, "page_title": title, "page_lead": lead, "submit_label": submit}
    return render(request, "participants/person_form.html", context | {"cancel_url": person.get_absolute_url()})
