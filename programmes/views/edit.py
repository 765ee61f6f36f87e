"""Changing a programme and the measures of its roadmap."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from programmes.forms import MeasureForm, ProgrammeEditForm
from programmes.models import Measure, Programme, Stage
from programmes.services import add_measure, edit_measure, edit_programme, remove_measure


@needs(Permission.MANAGE_PROGRAMMES)
def edit(request, pk):
    programme = _programme(request, pk)
    form = ProgrammeEditForm(request.POST or None, instance=programme)
    if request.method == "POST" and form.is_valid():
        try:
            edit_programme(actor=request.actor, programme=programme, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(programme)
    return _page(request, _programme(request, pk), form, _("Change the programme"), programme.get_absolute_url())


@needs(Permission.MANAGE_PROGRAMMES)
def measure_add(request, pk):
    """One more measure of a stage."""
    stage = get_object_or_404(Stage.objects.filter(programme__in=Programme.objects.visible_to(request.actor)), pk=pk)
    form = MeasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            measure = add_measure(actor=request.actor, stage=stage, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(f"{stage.programme.get_absolute_url()}#measure-{measure.pk}")
    return _page(
        request, stage.programme, form, _("Add a measure"), f"{stage.programme.get_absolute_url()}#stage-{stage.number}", lead=stage
    )


@needs(Permission.MANAGE_PROGRAMMES)
def measure_edit(request, pk):
    measure = _measure(request, pk)
    programme, back = measure.stage.programme, f"{measure.stage.programme.get_absolute_url()}#measure-{pk}"
    form = MeasureForm(request.POST or None, instance=measure)
    if request.method == "POST" and form.is_valid():
        try:
            edit_measure(actor=request.actor, measure=measure, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(back)
    return _page(request, programme, form, _("Change the measure"), back, lead=measure.stage, measure=measure)


@require_POST
@needs(Permission.MANAGE_PROGRAMMES)
def measure_remove(request, pk):
    measure = _measure(request, pk)
    with answer_refusal(request):
        remove_measure(actor=request.actor, measure=measure)
    return redirect(f"{measure.stage.programme.get_absolute_url()}#stage-{measure.stage.number}")


def _page(request, programme, form, title, cancel_url, **more):
    context = {
        "form": form,
        "programme": programme,
        "page_title": title,
        "submit_label": _("Save"),
        "cancel_url": cancel_url,
        "measure": None,
    }
    context["page_lead"] = more.pop("lead", programme)
    return render(request, "programmes/edit.html", context | more)


def _programme(request, pk) -> Programme:
    return get_object_or_404(Programme.objects.visible_to(request.actor).select_related("year"), pk=pk)


def _measure(request, pk) -> Measure:
    return get_object_or_404(Measure.objects.visible_to(request.actor).select_related("stage__programme"), pk=pk)
