from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.responses import answer_refusal
from programmes.enums import MeasureState
from programmes.models import Measure, Programme, RoleModel
from programmes.queries.roadmap import roadmap_of
from programmes.services import set_measure_state

# Label, address, icon and who may go there; addresses belong to other rooms. Own pages of the programme, and lists narrowed to it.
OWN_PAGES = (
    (gettext_lazy("Conditions of the matching"), "pairs:policy", "sliders", Permission.MANAGE_PAIRS),
    (gettext_lazy("Wishes for a pair"), "pairs:wish_round", "chat-heart", Permission.MANAGE_PAIRS),
    (gettext_lazy("Who must not be paired"), "pairs:vetoes", "shield-x", Permission.VETO_PAIRS),
    (gettext_lazy("Monitoring"), "monitoring:programme", "bar-chart", Permission.VIEW_MONITORING),
    (gettext_lazy("Documents"), "reports:documents", "file-earmark-text", Permission.VIEW_ORDERS),
)
WAYS = (
    (gettext_lazy("Mentors"), "participants:mentors", "person-check", Permission.VIEW_PEOPLE),
    (gettext_lazy("Mentees"), "participants:mentees", "person-hearts", Permission.VIEW_PEOPLE),
    (gettext_lazy("Pairs and groups"), "pairs:list", "people", Permission.VIEW_PAIRS),
    (gettext_lazy("Orders"), "reports:orders", "journal-text", Permission.VIEW_ORDERS),
)


@needs(Permission.VIEW_PROGRAMMES)
def detail(request, pk):
    rows = Programme.objects.visible_to(request.actor).select_related("year")
    rows = rows.prefetch_related(Prefetch("forms__role_models", RoleModel.objects.order_by("position")))
    programme = get_object_or_404(rows, pk=pk)
    return render(request, "programmes/detail.html", _context(request, programme) | {"ways": ways_from(programme, request.actor)})


def ways_from(programme: Programme, actor) -> list[dict]:
    """Where else this programme is seen, narrowed to it."""
    ways = [
        {"label": label, "icon": icon, "url": f"{reverse(name)}?programme={programme.pk}"}
        for label, name, icon, permission in WAYS
        if actor.may(permission)
    ]
    own = [
        {"label": label, "icon": icon, "url": reverse(name, args=[programme.pk])}
        for label, name, icon, permission in OWN_PAGES
        if actor.may(permission)
    ]
    return ways + own


def _context(request, programme: Programme) -> dict:
    return {
        "programme": programme,
        "roadmap": roadmap_of(programme),
        "states": MeasureState.choices,
        "touched": None,
        "may_mark": request.actor.may(Permission.MANAGE_PROGRAMMES),
    }


@require_POST
@needs(Permission.MANAGE_PROGRAMMES)
def measure_state(request, pk):
    """Mark a measure; htmx gets the stage and the progress back, a plain form the page at the measure."""
    rows = Measure.objects.visible_to(request.actor).select_related("stage__programme")
    measure = get_object_or_404(rows, pk=pk)
    with answer_refusal(request):
        set_measure_state(actor=request.actor, measure=measure, state=request.POST.get("state", ""))
    programme = measure.stage.programme
    if request.htmx and not messages.get_messages(request):
        return render(request, "programmes/_stage_answer.html", _context(request, programme) | {"touched": measure.stage.number})
    return redirect(f"{programme.get_absolute_url()}#measure-{measure.pk}")
