"""Steps of the curator on the board of a run. Each is kept with the board as it was, so the last one can be taken back."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from pairs.enums import BoardStepKind, RunState
from pairs.models import BoardStep, MatchingRun
from pairs.queries.tables import open_table
from pairs.runs.figures import figures_of
from pairs.runs.table import Table, plan_to_json
from pairs.services.runs.moves import STEPS, check_rules

KEPT = ("locked", "forbidden", "plan", "figures", "undo_to")


class StaleBoard(Refusal):
    """A colleague took a step since the page was opened."""


@transaction.atomic
def take_board_step(*, actor, run, version, kind, mentee, mentor) -> BoardStep:
    """`mentee` and `mentor` are keys of records; `version` is that of the board the curator saw. Raises `Refusal`, `StaleBoard`."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = _lock(run, version)
    before = open_table(locked)
    check_rules(before, mentee, mentor)
    after = STEPS[kind](before, mentee, mentor)
    step = _keep(actor, locked, after, kind=kind, mentee_id=mentee, mentor_id=mentor, loss=before.plan.total - after.plan.total)
    record(actor, f"matching.{kind}", locked, mentee=str(step.mentee), mentor=str(step.mentor), loss=step.loss)
    return step


@transaction.atomic
def change_board(*, actor, run, version, kind, change: Callable[[Table], Table]) -> BoardStep:
    """A step that is about no single pair: `change` makes the new board of the present one. Raises `Refusal`, `StaleBoard`."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = _lock(run, version)
    before = open_table(locked)
    after = change(before)
    step = _keep(actor, locked, after, kind=kind, loss=before.plan.total - after.plan.total)
    record(actor, f"matching.{kind}", locked, loss=step.loss)
    return step


@transaction.atomic
def undo_board_step(*, actor, run, version) -> BoardStep:
    """Take the last step back; again, the one before."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = _lock(run, version)
    if locked.undo_to is None:
        raise Refusal(_("There is no step to take back: the board is as it was counted."))
    last = locked.steps.select_related("mentee__person", "mentor__person").get(version=locked.undo_to)
    before = {name: getattr(locked, name) for name in KEPT}
    for name in KEPT:
        setattr(locked, name, last.before[name])
    step = _write(actor, locked, before, kind=BoardStepKind.UNDO, mentee_id=last.mentee_id, mentor_id=last.mentor_id, loss=-last.loss)
    record(actor, "matching.undo", locked, mentee=str(last.mentee or ""), mentor=str(last.mentor or ""))
    return step


def _lock(run, version: int) -> MatchingRun:
    locked = MatchingRun.objects.select_for_update(of=("self",)).light().get(pk=run.pk)
    if locked.state != RunState.DRAFT:
        raise Refusal(_("This run is no draft any more (%(state)s): its board does not change.") % {"state": locked.get_state_display()})
    if locked.version != version:
        colleague = locked.steps.select_related("by__user").order_by("-version").first()
        raise StaleBoard(
            _("%(who)s has changed the board since you opened it. Nothing of yours was lost: look at it and repeat your step.")
            % {"who": colleague.by}
        )
    return locked


def _keep(actor, run, after: Table, **facts) -> BoardStep:
    before = {name: getattr(run, name) for name in KEPT}
    run.locked, run.forbidden = sorted(map(list, after.locked)), sorted(map(list, after.forbidden))
    run.plan, run.figures = plan_to_json(after.plan), figures_of(after)
    run.undo_to = run.version + 1
    return _write(actor, run, before, **facts)


def _write(actor, run, before: dict, **facts) -> BoardStep:
    run.version += 1  # the row is locked
    run.save(update_fields=["version", *KEPT])
    return BoardStep.objects.create(school_id=actor.school_id, run=run, version=run.version, before=before, by=actor, **facts)


def step_in_words(step: BoardStep) -> str:
    """What the page says after a step."""
    alone = len(step.run.plan["alone"]) - len(step.before["plan"]["alone"])
    words = [str(BoardStepKind(step.kind).label)]
    if step.loss:
        words.append(_("total %(change)+d") % {"change": -step.loss})
    if alone > 0:
        words.append(
            ngettext("%(count)s mentee is left without a mentor", "%(count)s mentees are left without a mentor", alone) % {"count": alone}
        )
    return "; ".join(words)
