"""Asking for runs: several ways of weighing side by side, at once for a school of the usual size, as a job for a large one."""

import uuid
from itertools import product

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.services import start
from mentoring.common.refusal import Refusal
from pairs.models import MatchingRun
from pairs.queries.candidates import free_mentors, waiting_mentees
from pairs.queries.weighing import levels_of
from pairs.runs.orders import ORDERS
from pairs.services.runs.counting import count_run

LARGEST_TRIAL = 6
AT_ONCE = 40_000  # pairs of people to judge, all runs of a trial together: about two seconds


@transaction.atomic
def start_runs(*, actor, programme, weightings, orders, locked=(), forbidden=()) -> list[MatchingRun]:
    """One run for each weighting and order of goals; of a school of the usual size they are counted on return.

    `locked` and `forbidden` go over from an older board. Raises `Refusal` when there is nobody to match.
    """
    actor.must(Permission.MANAGE_PAIRS)
    chosen = list(product(weightings, orders))
    if not chosen:
        raise Refusal(_("Choose at least one way of weighing and one order of goals."))
    if len(chosen) > LARGEST_TRIAL:
        raise Refusal(_("That would be %(count)s runs. Choose fewer: six stand side by side at most.") % {"count": len(chosen)})
    size = _check_people(programme) * len(chosen)
    trial = uuid.uuid4()
    runs = [
        MatchingRun.objects.create(
            school_id=actor.school_id,
            programme=programme,
            trial=trial,
            weighting=weighting,
            weights=levels_of(programme, weighting),
            goals=list(ORDERS[order]),
            locked=sorted(map(list, locked)),
            forbidden=sorted(map(list, forbidden)),
            created_by=actor,
        )
        for weighting, order in chosen
    ]
    for run in runs:
        record(actor, "matching.started", run, programme=str(programme), weighting=run.weighting, goals=", ".join(run.goals))
    if size > AT_ONCE:
        _hand_over(actor, programme, runs)
    else:
        for run in runs:
            count_run(run)
    return runs


def recount_run(*, actor, run) -> MatchingRun:
    """The same question to the bases of today, with the curator's locks and vetoes of pairs as far as their people are still there."""
    [again] = start_runs(
        actor=actor,
        programme=run.programme,
        weightings=[run.weighting],
        orders=[next((name for name, goals in ORDERS.items() if list(goals) == run.goals), "total")],
        locked=run.locked,
        forbidden=run.forbidden,
    )
    return again


def _check_people(programme) -> int:
    """How many pairs of people there are to judge."""
    mentors, mentees = free_mentors(programme).count(), waiting_mentees(programme).count()
    if not mentees:
        raise Refusal(_("Nobody waits for a mentor in this programme: enter mentees or repair what shuts them out."))
    if not mentors:
        raise Refusal(_("No mentor of this programme has a free place: invite mentors, or give those who are willing one place more."))
    return mentors * mentees


def _hand_over(actor, programme, runs) -> None:
    for run in runs:
        title = _("Matching: %(programme)s") % {"programme": programme.title}
        run.job = start(actor=actor, kind="matching_run", title=title, dedupe_key=f"matching-run:{run.pk}", run=run.pk)
        run.save(update_fields=["job"])
