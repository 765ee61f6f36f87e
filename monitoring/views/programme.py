"""Monitoring of one programme in three parts: the task list with its figures, entry → exit, expectations."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.permissions import Permission
from monitoring.queries import (
    dynamics,
    expectation_gaps,
    headlines,
    latest_sheets,
    response_rate,
    satisfaction,
    slots_of,
    waiting_people,
    without_small_groups,
)
from monitoring.queries.satisfaction import definition
from monitoring.tables import dynamics_groups, gap_groups, task_list
from programmes.models import Programme


@needs(Permission.VIEW_MONITORING)
def programme(request, pk):
    found = get_object_or_404(Programme.objects.visible_to(request.actor).select_related("year"), pk=pk)
    part = request.GET.get("part")
    part = part if part in PARTS else "overview"
    manages = request.actor.may(Permission.MANAGE_MONITORING)
    context = {"programme": found, "manages": manages, "tabs": _tabs(request, part)}
    template, facts = PARTS[part]
    return render(request, template, context | facts(found, manages))


def _tabs(request, part: str) -> list[dict]:
    labels = {"overview": _("Overview"), "dynamics": _("Entry → exit"), "expectations": _("Expectations")}
    return [{"label": label, "url": f"{request.path}?part={name}", "active": name == part} for name, label in labels.items()]


def _overview(programme, manages: bool) -> dict:
    sides = _shown(list(satisfaction(programme).values()), manages)
    return {
        "phases": task_list(slots_of(programme, response_rate(programme)), waiting_people(programme) if manages else {}),
        "level": latest_sheets([programme]).get(programme.pk),
        "headline": headlines([programme])[programme.pk],
        "satisfaction": sides,
        "has_satisfaction": any(side.answered for side in sides),
        "satisfaction_definition": definition(),
    }


def _dynamics(programme, manages: bool) -> dict:
    return {"groups": dynamics_groups(_shown(dynamics(programme), manages))}


def _expectations(programme, manages: bool) -> dict:
    return {"groups": gap_groups(_shown(expectation_gaps(programme), manages))}


def _shown(rows, manages: bool) -> list:
    """Small groups are hidden from those who may not read named answers."""
    return rows if manages else without_small_groups(rows)


PARTS = {
    "overview": ("monitoring/programme_overview.html", _overview),
    "dynamics": ("monitoring/programme_dynamics.html", _dynamics),
    "expectations": ("monitoring/programme_expectations.html", _expectations),
}
