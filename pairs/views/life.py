"""Pages of the steps that need a day or a reason: one page, one table of steps."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from pairs import services
from pairs.forms import life
from pairs.models import Pair
from pairs.workflow import PAIR_WORKFLOW


@dataclass(frozen=True)
class Act:
    """A step of `PAIR_WORKFLOW` that is taken on a page of its own: its form, its service and what the page says.

    The step has the name of the act unless `step` names another; its service may return the pair to go to.
    """

    form: type[forms.Form]
    service: Callable
    lead: str
    kind: str = "primary"
    step: str = ""
    label: str = ""


ACTS = {
    "suspend": Act(life.SuspendForm, services.suspend_pair, gettext_lazy("Meetings stop; the places are kept until the pair goes on.")),
    "resume": Act(life.ResumeForm, services.resume_pair, gettext_lazy("Meetings can be logged again from this day.")),
    "complete": Act(
        life.CompleteForm, services.complete_pair, gettext_lazy("The plan is done. The mentees and the mentor's places are free.")
    ),
    "end": Act(
        life.EndForm,
        services.end_pair,
        gettext_lazy("The pair ends before its term. The reason stays in its story and in the list of ended pairs."),
        kind="danger",
    ),
    "replace": Act(
        life.ReplaceForm,
        services.replace_mentor,
        gettext_lazy("This pair ends the day before; a new one is proposed, with its own agreements and order. Old meetings stay here."),
        step="end",
        label=gettext_lazy("Replace the mentor"),
    ),
    "reopen": Act(
        life.ReopenForm, services.reopen_pair, gettext_lazy("For a pair that was closed by mistake, while its mentees have no other pair.")
    ),
}


@needs(Permission.MANAGE_PAIRS, Permission.REOPEN_PAIRS)
def act(request, pk, name):
    """Ask for the facts of the step, then take it."""
    found = ACTS.get(name)
    if found is None:
        raise Http404
    step = PAIR_WORKFLOW.steps[found.step or name]
    request.actor.must(step.permission)
    pair = get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)
    form = found.form(request.POST or None, pair=pair, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            result = found.service(actor=request.actor, pair=pair, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            there = result or pair
            messages.success(request, _("Done. The pair is now: %(state)s.") % {"state": there.get_state_display()})
            return redirect(there)
    page = {"page_title": found.label or step.label, "page_lead": found.lead, "kind": found.kind, "open": pair.state in step.sources}
    return render(request, "pairs/act.html", page | {"pair": pair, "form": form})


def ways(pair, actor) -> list[dict]:
    """Links to the pages of the steps that the actor may take now."""
    now = {step.name: step for step in PAIR_WORKFLOW.available(pair, actor)}
    found = [(name, one, now[one.step or name]) for name, one in ACTS.items() if (one.step or name) in now]
    return [
        {
            "label": one.label or step.label,
            "url": reverse("pairs:act", args=[pair.pk, name]),
            "kind": "secondary" if one.step else step.kind,
        }
        for name, one, step in found
    ]
