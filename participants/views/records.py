"""Entries of the bases on a person's page: a second base for somebody known, and changes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from participants.forms import MenteeRecordForm, MentorRecordForm
from participants.models import MenteeRecord, MentorRecord, Person
from participants.services import edit_record, enter_mentee, enter_mentor

BASES = {"mentors": (MentorRecord, MentorRecordForm, enter_mentor), "mentees": (MenteeRecord, MenteeRecordForm, enter_mentee)}


@needs(Permission.MANAGE_PEOPLE)
def record_add(request, pk, base):
    """Enter somebody who is known already."""
    _model, form_class, enter = BASES[base]
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    form = form_class(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            enter(actor=request.actor, programme=form.cleaned_data["programme"], person=person, **form.record_facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("%(person)s is in the base.") % {"person": person.full_name})
            return redirect(person)
    title = _("Enter as a mentor") if base == "mentors" else _("Enter as a mentee")
    return _page(request, form, person, title, _("Enter in the base"))


@needs(Permission.MANAGE_PEOPLE)
def record_edit(request, pk, base):
    model, form_class, _enter = BASES[base]
    row = get_object_or_404(model.objects.visible_to(request.actor).with_person(), pk=pk)
    form = form_class(request.POST or None, instance=row, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            edit_record(actor=request.actor, row=row, **form.record_facts())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect(row.person)
    title = _("Mentor record") if base == "mentors" else _("Mentee record")
    return _page(request, form, row.person, title, _("Save"))


def _page(request, form, person, title, submit):
    context = {"form": form, "person": person, "page_title": title, "submit_label": submit, "cancel_url": person.get_absolute_url()}
    return render(request, "participants/person_form.html", context)
