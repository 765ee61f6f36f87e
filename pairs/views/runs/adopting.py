from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.clock import today
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal, as_pdf
from pairs.documents import protocol_paper
from pairs.enums import RunState
from pairs.forms.runs import AdoptForm
from pairs.queries.protocol import protocol_facts
from pairs.services.runs import adopt_run, drop_run
from pairs.services.runs.adopting import NotAdopted
from pairs.views.runs.finding import find_run


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_PAIRS)
def adopt(request, pk):
    """The terms of all pairs at once; nothing is proposed when one of them cannot be."""
    run = find_run(request, pk)
    if run.state != RunState.DRAFT:
        return redirect(run)
    form = AdoptForm(request.POST or None, initial=_initial(run))
    refused = []
    if request.method == "POST" and form.is_valid():
        try:
            pairs = adopt_run(actor=request.actor, run=run, **form.terms)
        except NotAdopted as refusal:
            refused = refusal.refused
            form.add_error(None, refusal.sentence)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            done = ngettext("%(count)s pair is proposed.", "%(count)s pairs are proposed.", len(pairs)) % {"count": len(pairs)}
            following = _("Now record the agreements: the order is drafted after them.")
            messages.success(request, f"{done} {following}")
            return redirect("pairs:agree_many")
    return render(request, "pairs/runs/adopt.html", {"run": run, "form": form, "refused": refused})


@require_POST
@needs(Permission.MANAGE_PAIRS)
def drop(request, pk):
    run = find_run(request, pk)
    with answer_refusal(request):
        drop_run(actor=request.actor, run=run)
        messages.success(request, _("The run is set aside; it stays in the list."))
    return redirect("pairs:runs")


@require_safe
@needs(Permission.VIEW_PAIRS)
def protocol(request, pk):
    """The whole protocol, or with `?mentee=` the extract for one family."""
    run = find_run(request, pk)
    if run.state == RunState.COUNTING:
        return redirect("pairs:trial", trial=run.trial)
    facts = run.protocol or protocol_facts(run) | {"draft": True}
    paper = protocol_paper(facts, mentee=number_of(request.GET.get("mentee")))
    return as_pdf(paper, _("Protocol of the matching %(number)s.pdf") % {"number": run.pk})


def _initial(run) -> dict:
    starts_on = min(max(today(), run.programme.starts_on), run.programme.ends_on)
    return {"version": run.version, "starts_on": starts_on, "ends_on": run.programme.ends_on}
