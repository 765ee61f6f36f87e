from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.numbers import number_of
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from pairs.enums import BoardStepKind, RunState
from pairs.forms.runs import ORDER_WORDS
from pairs.queries.board import alone_of, changed_since, columns_of, forbidden_of
from pairs.queries.fairness import fairness_of
from pairs.queries.prices import obstacles_of, parts_of, ways_of
from pairs.queries.tables import People, open_table
from pairs.queries.weighing import weighting_title
from pairs.runs.orders import order_of
from pairs.services.runs import recount_run, take_board_step, undo_board_step
from pairs.services.runs.board import step_in_words
from pairs.views.runs.finding import find_run


@require_safe
@needs(Permission.MANAGE_PAIRS)
def board(request, pk):
    """Mentors and their mentees; a run that is still being counted shows its trial."""
    run = find_run(request, pk)
    if run.state == RunState.COUNTING:
        return redirect("pairs:trial", trial=run.trial)
    table, people = open_table(run), People(run.programme)
    context = {
        "run": run,
        "title": weighting_title(run.weighting),
        "order": ORDER_WORDS[order_of(run.goals)][0],
        "columns": columns_of(table, people, run.figures["low"]),
        "alone": alone_of(table, people),
        "forbidden": forbidden_of(table, people),
        "fairness": fairness_of(table, people),
        "changed": changed_since(run, table, people) if run.state == RunState.DRAFT else [],
        "open": run.state == RunState.DRAFT,
        "last": run.steps.select_related("by__user").order_by("-version").first(),
    }
    return render(request, "pairs/runs/board.html", context)


@require_safe
@needs(Permission.MANAGE_PAIRS)
def other_mentors(request, pk, mentee):
    """What each other mentor would cost one mentee, and why the rest cannot be had. `?part=1` is the part that a drag asks for."""
    run = find_run(request, pk)
    if run.state == RunState.COUNTING:
        raise Http404
    table, people = open_table(run), People(run.programme)
    if mentee not in table.snapshot.mentees:
        raise Http404
    mentor, ways = table.mentor_of.get(mentee), ways_of(table, mentee, people)
    edge = table.snapshot.edges[mentee, mentor] if mentor else None
    context = {
        "run": run,
        "record": people.mentees[mentee],
        "mentor": people.mentors[mentor] if mentor else None,
        "edge": edge,
        "parts": parts_of(table.snapshot, mentee, mentor) if mentor else [],
        "ways": ways,
        "rough": any(not way.whole for way in ways),
        "obstacles": obstacles_of(table, mentee, people),
        "open": run.state == RunState.DRAFT,
    }
    return render(request, "pairs/runs/_ways.html" if request.GET.get("part") else "pairs/runs/other_mentors.html", context)


@require_POST
@needs(Permission.MANAGE_PAIRS)
def step(request, pk):
    """`step` is «move 12 34»: a kind, a mentee and a mentor, or «undo»."""
    run = find_run(request, pk)
    kind, mentee, mentor = _read(request.POST.get("step", ""))
    version = request.POST.get("version", "")
    with answer_refusal(request):
        if kind == BoardStepKind.UNDO:
            taken = undo_board_step(actor=request.actor, run=run, version=_number(version))
        else:
            taken = take_board_step(actor=request.actor, run=run, version=_number(version), kind=kind, mentee=mentee, mentor=mentor)
        messages.success(request, step_in_words(taken))
    return redirect(f"{run.get_absolute_url()}#mentee-{mentee}" if mentee else run)


@require_POST
@needs(Permission.MANAGE_PAIRS)
def recount(request, pk):
    """A new run of the same kind from the bases of today; this one stays in the list."""
    run = find_run(request, pk)
    try:
        return redirect(recount_run(actor=request.actor, run=run))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect(run)


def _read(text: str) -> tuple[BoardStepKind, int, int]:
    """Raises 404 for what no button sends."""
    kind, *keys = text.split() or [""]
    if kind not in BoardStepKind or len(keys) != (0 if kind == BoardStepKind.UNDO else 2):
        raise Http404
    return BoardStepKind(kind), *([_number(key) for key in keys] or (0, 0))


def _number(text: str) -> int:
    number = number_of(text)
    if number is None:
        raise Http404
    return number
