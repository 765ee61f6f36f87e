"""The optional round between a run and its adoption: each mentee meets up to three candidates."""

from itertools import groupby

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from pairs.enums import RunState
from pairs.forms.introducing import IntroductionFormSet
from pairs.models import Introduction
from pairs.services.runs import apply_introductions, plan_introductions, record_introduction
from pairs.services.runs.board import step_in_words
from pairs.views.runs.finding import find_run


@require_safe
@needs(Permission.MANAGE_PAIRS)
def introductions(request, pk):
    run = find_run(request, pk)
    if run.state == RunState.COUNTING:
        return redirect("pairs:trial", trial=run.trial)
    rows = list(_rows(request, run))
    people = [{"mentee": mentee, "candidates": list(own)} for mentee, own in groupby(rows, key=lambda row: row.mentee)]
    answered = sum(all(row.outcome for row in one["candidates"]) for one in people)
    context = {"run": run, "people": people, "answered": answered, "open": run.state == RunState.DRAFT}
    return render(request, "pairs/runs/introductions.html", context)


@require_POST
@needs(Permission.MANAGE_PAIRS)
def introductions_plan(request, pk):
    run = find_run(request, pk)
    with answer_refusal(request):
        count = plan_introductions(actor=request.actor, run=run)
        messages.success(request, ngettext("%(count)s meeting is planned.", "%(count)s meetings are planned.", count) % {"count": count})
    return redirect("pairs:introductions", pk)


@needs(Permission.MANAGE_PAIRS)
def introductions_of(request, pk, mentee):
    """One mentee's candidates; saved, the page leads to the next mentee without answers."""
    run = find_run(request, pk)
    rows = _rows(request, run).filter(mentee=mentee)
    forms = IntroductionFormSet(request.POST or None, queryset=rows, prefix="met")
    if not forms.queryset:
        raise Http404
    refusal = ""
    if request.method == "POST" and forms.is_valid():
        try:
            _save(request.actor, forms)
        except Refusal as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("The answers are kept."))
            following = _rows(request, run).filter(mentee_says="", mentor_says="").exclude(mentee=mentee).first()
            return redirect("pairs:introductions_of", pk, following.mentee_id) if following else redirect("pairs:introductions", pk)
    context = {"run": run, "mentee": forms.queryset[0].mentee, "forms": forms, "refusal": refusal}
    return render(request, "pairs/runs/introductions_of.html", context)


@require_POST
@needs(Permission.MANAGE_PAIRS)
def introductions_apply(request, pk):
    run = find_run(request, pk)
    version = number_of(request.POST.get("version"))
    if version is None:
        raise Http404
    with answer_refusal(request):
        step = apply_introductions(actor=request.actor, run=run, version=version)
        messages.success(request, step_in_words(step))
        return redirect(run)
    return redirect("pairs:introductions", pk)


@transaction.atomic
def _save(actor, forms) -> None:
    for form in forms:
        record_introduction(actor=actor, introduction=form.instance, **form.cleaned_words)


def _rows(request, run):
    return Introduction.objects.visible_to(request.actor).filter(run=run).with_people()
