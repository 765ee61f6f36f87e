from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from pairs.forms.runs import StartForm
from pairs.models import MatchingRun
from pairs.queries.advice import advice_on
from pairs.queries.proposing import pick_programme
from pairs.queries.readiness import readiness_of
from pairs.queries.weighing import weighting_title
from pairs.services.runs import start_runs
from participants.obstacle_words import told
from participants.queries.readiness import who_cannot_be_paired
from programmes.models import Programme

SHOWN = 8  # people who are shut out; the rest stands on the page of its own


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_PAIRS)
def readiness(request):
    """Is the programme ready for a run? The form starts one."""
    data = request.POST if request.method == "POST" else request.GET
    programmes = Programme.objects.visible_to(request.actor)
    programme = pick_programme(programmes, data.get("programme"))
    if programme is None:
        if request.method == "POST":
            raise Http404
        return render(request, "pairs/propose_nothing.html")
    form = StartForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            runs = start_runs(actor=request.actor, programme=programme, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("pairs:trial", trial=runs[0].trial) if len(runs) > 1 else redirect(runs[0])
    return render(request, "pairs/runs/readiness.html", _context(request, programmes, programme, form))


def _context(request, programmes, programme, form) -> dict:
    found = readiness_of(programme)
    blocked = who_cannot_be_paired(request.actor, programme)
    runs = list(MatchingRun.objects.visible_to(request.actor).filter(programme=programme).light()[:5])
    for run in runs:
        run.weighting_words = weighting_title(run.weighting)
    return {
        "programmes": programmes,
        "programme": programme,
        "found": found,
        "advice": advice_on(found),
        "blocked": [{"blocked": row, "reasons": told(request.actor, row)} for row in blocked[:SHOWN]],
        "blocked_more": max(0, len(blocked) - SHOWN),
        "runs": runs,
        "form": form,
    }
