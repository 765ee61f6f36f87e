"""Why somebody is a mentee: the one page that shows the categories, and writes down who has looked."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.access import needs as needs_permission
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from participants.forms import NeedsForm, ReasonForm
from participants.models import MenteeRecord
from participants.services import read_needs, record_needs


@never_cache
@needs_permission(Permission.VIEW_NEEDS, Permission.ASK_FOR_NEEDS)
def needs(request, pk):
    """Curator and psychologist see and change them; who leads gives a reason first and only reads."""
    mentee = get_object_or_404(MenteeRecord.objects.visible_to(request.actor).with_person(), pk=pk)
    if request.actor.may(Permission.VIEW_NEEDS):
        return _kept(request, mentee)
    return _asked(request, mentee)


def _kept(request, mentee):
    if request.method == "POST":
        form = NeedsForm(request.POST, kind=mentee.person.kind)
        if form.is_valid():
            try:
                record_needs(actor=request.actor, mentee=mentee, categories=form.cleaned_data["categories"])
            except Refusal as refusal:
                form.add_error("categories", refusal.sentence)
            else:
                messages.success(request, _("Saved."))
                return redirect(mentee)
    else:
        rows = read_needs(actor=request.actor, mentee=mentee)
        form = NeedsForm(initial={"categories": [row.category for row in rows]}, kind=mentee.person.kind)
    return render(request, "participants/needs.html", {"mentee": mentee, "form": form, "submit_label": _("Save"), "rows": None})


def _asked(request, mentee):
    form, rows = ReasonForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            rows = read_needs(actor=request.actor, mentee=mentee, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            form.add_error("reason", refusal.sentence)
    return render(request, "participants/needs.html", {"mentee": mentee, "form": form, "submit_label": _("Show"), "rows": rows})
