from django.shortcuts import get_object_or_404, render

from accounts.access import needs
from accounts.permissions import Permission
from monitoring.queries import (
    dynamics,
    expectation_gaps,
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
    manages = request.actor.may(Permission.MANAGE_MONITORING)
    changes, gaps, sides = dynamics(found), expectation_gaps(found), list(satisfaction(found).values())
    if not manages:
        changes, gaps, sides = without_small_groups(changes), without_small_groups(gaps), without_small_groups(sides)
    context = {
        "programme": found,
        "manages": manages,
        "phases": task_list(slots_of(found, response_rate(found)), waiting_people(found) if manages else {}),
        "level": latest_sheets([found]).get(found.pk),
        "dynamics": dynamics_groups(changes),
        "gaps": gap_groups(gaps),
        "satisfaction": sides,
        "has_satisfaction": any(side.answered for side in sides),
        "satisfaction_definition": definition(),
    }
    return render(request, "monitoring/programme.html", context)
