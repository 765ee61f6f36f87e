"""The plan of a pair and the mentor's report: read by its people and the staff, written by the mentor and the curator."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from pairs import services
from pairs.forms import MentorReportForm, TaskForm, TaskResultForm
from pairs.models import Pair, PlanItem
from pairs.queries.plans import plan_by_sections
from pairs.queries.sides import is_led_by, may_log

READ = ("GET", "HEAD", "POST")


@require_http_methods(READ)
@needs(Permission.VIEW_PAIRS, Permission.VIEW_OWN_PAIRS)
def plan(request, pk):
    """The tasks by sections; below them the form of one more for those who may write."""
    pair = _pair(request, pk)
    may_write = _may_write(pair, request.actor)
    form = TaskForm(request.POST or None, pair=pair) if may_write else None
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        if _done(form, services.add_task, actor=request.actor, pair=pair):
            messages.success(request, _("The task is in the plan."))
            return redirect("pairs:plan", pair.pk)
    context = {"pair": pair, "parts": plan_by_sections(pair), "form": form, "may_write": may_write}
    return render(request, "pairs/plan.html", context | _frame(pair, request.actor))


@require_POST
@needs(Permission.LOG_MEETINGS)
def plan_start(request, pk):
    pair = _pair(request, pk)
    with answer_refusal(request):
        if services.start_plan(actor=request.actor, pair=pair):
            messages.success(request, _("The usual tasks are in the plan. Change them as you need."))
    return redirect("pairs:plan", pair.pk)


@require_http_methods(READ)
@needs(Permission.LOG_MEETINGS)
def task(request, pk):
    """What came of a task; its words may change too."""
    item = _task(request, pk)
    form = TaskResultForm(request.POST or None, instance=item, pair=item.pair)
    if request.method == "POST" and _done(form, services.change_task, actor=request.actor, item=item):
        messages.success(request, _("Saved."))
        return redirect("pairs:plan", item.pair_id)
    context = {"item": item, "pair": item.pair, "form": form}
    return render(request, "pairs/plan_task.html", context | _frame(item.pair, request.actor))


@require_POST
@needs(Permission.LOG_MEETINGS)
def task_remove(request, pk):
    item = _task(request, pk)
    with answer_refusal(request):
        services.remove_task(actor=request.actor, item=item)
        messages.success(request, _("The task is out of the plan."))
    return redirect("pairs:plan", item.pair_id)


@require_http_methods(READ)
@needs(Permission.LOG_MEETINGS)
def report(request, pk):
    """The mentor's own words at the end of the work."""
    pair = _pair(request, pk)
    if not _may_write(pair, request.actor):
        raise PermissionDenied
    form = MentorReportForm(request.POST or None, instance=getattr(pair, "mentor_report", None))
    if request.method == "POST" and _done(form, services.write_report, actor=request.actor, pair=pair):
        messages.success(request, _("The report is saved. It can be printed now."))
        return redirect(pair)
    return render(request, "pairs/report.html", {"pair": pair, "form": form} | _frame(pair, request.actor))


def _done(form, service, **facts) -> bool:
    """Ask the service when the form is right; its refusal stands on the form."""
    if not form.is_valid():
        return False
    try:
        service(**facts, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    return True


def _pair(request, pk) -> Pair:
    return get_object_or_404(Pair.objects.visible_to(request.actor).with_names(), pk=pk)


def _task(request, pk) -> PlanItem:
    item = get_object_or_404(PlanItem.objects.visible_to(request.actor).select_related("pair__mentor__person", "pair__form"), pk=pk)
    if not _may_write(item.pair, request.actor):
        raise PermissionDenied
    return item


def _may_write(pair, actor) -> bool:
    return actor.may(Permission.LOG_MEETINGS) and may_log(pair, actor)


def _frame(pair, actor) -> dict:
    """The title of the pair as this person may read it: a mentee of a group does not learn the other names."""
    knows_all = actor.may(Permission.VIEW_PAIRS) or is_led_by(pair, actor)
    return {"title": str(pair) if knows_all else pair.mentor.person.full_name, "may_print": knows_all}
