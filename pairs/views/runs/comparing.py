from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from accounts.access import needs
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from jobs.models import WorkerHeartbeat
from mentoring.common.lists import Action, Empty
from pairs.enums import RunState
from pairs.filters import RunFilter
from pairs.forms.runs import ORDER_WORDS
from pairs.lists import RUN_COLUMNS
from pairs.models import MatchingRun
from pairs.queries.comparison import headings_of, lines_of
from pairs.runs.orders import order_of


@require_safe
@needs(Permission.MANAGE_PAIRS)
def trial(request, trial):
    """Runs that were asked for together, side by side; while some are being counted, their progress."""
    rows = MatchingRun.objects.visible_to(request.actor).light().filter(trial=trial).select_related("programme", "job").order_by("pk")
    runs = list(rows)
    if not runs:
        raise Http404
    waiting = [run for run in runs if run.state == RunState.COUNTING]
    context = {"runs": runs, "programme": runs[0].programme, "waiting": waiting, "worker_is_alive": WorkerHeartbeat.worker_is_alive()}
    if waiting:
        context["failed"] = [run.job.error for run in waiting if run.job and run.job.error]
        return render(request, "pairs/runs/_waiting.html" if request.htmx else "pairs/runs/waiting.html", context)
    if request.htmx:
        return HttpResponseClientRefresh()
    for run in runs:
        run.order_words = ORDER_WORDS[order_of(run.goals)][0]
    return render(request, "pairs/runs/trial.html", context | {"headings": headings_of(runs), "lines": lines_of(runs)})


class RunList(SchoolList):
    permissions = (Permission.MANAGE_PAIRS,)
    filterset_class = RunFilter
    columns = RUN_COLUMNS
    page_title = _("Runs of the matching")
    page_lead = _("Every run is kept with what it was counted from, so that it can be told why a pair was formed.")

    def get_queryset(self):
        return MatchingRun.objects.visible_to(self.request.actor).light().select_related("programme", "created_by__user")

    def get_actions(self):
        return [Action(_("Count a new run"), reverse("pairs:readiness"), "plus-lg", primary=True)]

    def get_empty(self):
        return Empty(_("There is no run yet."), icon="diagram-3", action=self.get_actions()[0])
