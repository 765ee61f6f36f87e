"""The ends of a pair: by its plan, or early with a reason; and taking back a proposal."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import AmendmentState, FinishWay
from pairs.models import Pair
from pairs.reasons import UNNAMED, reasons
from pairs.workflow import PAIR_WORKFLOW


@transaction.atomic
def complete_pair(*, actor, pair, on, note="", told=()) -> None:
    """The plan is done on day `on`; `told` are values of `Told`."""
    _finish("complete", actor, pair, on, note, FinishWay.PLAN, "", told)


@transaction.atomic
def end_pair(*, actor, pair, on, note="", reason="", told=()) -> None:
    """End before the term. `reason` is a code of pairs/texts/reasons.toml; without one a sentence in `note` must say it."""
    found = reasons().get(reason or UNNAMED)
    if found is None:
        raise Refusal(_("This reason is not in the list. Choose one of the list."))
    if found.asks_note and not note.strip():
        raise Refusal(_("Say in a sentence why the pair ends: the list has no words for it."))
    _finish("end", actor, pair, on, note, found.way, found.code, told)


@transaction.atomic
def finish_by_order(*, actor, pair, on, note="", completed=False, reason="") -> None:
    """A signed order finishes the pair; `actor` is who signed, for by that word the pair ends. `reason` as in `end_pair`."""
    if completed:
        _finish("complete_by_order", actor, pair, on, note, FinishWay.PLAN, "", ())
    else:
        found = reasons()[reason or UNNAMED]
        _finish("end_by_order", actor, pair, on, note, found.way, found.code, ())


@transaction.atomic
def withdraw_pair(*, actor, pair, note) -> None:
    """Take back a proposal that is not in an order yet; its people are free again."""
    if PAIR_WORKFLOW.take("withdraw", pair, actor, note=note):
        close_places(pair, today())


def _finish(step, actor, pair: Pair, on, note, way, reason, told) -> None:
    if on > today():
        raise Refusal(_("A pair cannot be finished in the future. Enter today or an earlier day."))
    if pair.meetings.held().filter(held_on__gt=on).exists():
        raise Refusal(_("There are meetings after this day. Enter the day of the last meeting or later."))

    def finish(row):
        row.finished_on, row.finish_way, row.finish_reason = on, way, reason
        return "finished_on", "finish_way", "finish_reason"

    if PAIR_WORKFLOW.take(step, pair, actor, note=note, effect=finish, facts={"on": on, "reason": reason, "told": list(told)}):
        close_places(pair, on)
        pair.requests.open().update(settled_on=today(), answer=_("The pair has ended."))
        pair.amendments.waiting().update(state=AmendmentState.DROPPED, settled_on=today())


def close_places(pair, on) -> None:
    """A place that was to start later closes on its first day: its dates never run backwards."""
    open_seats = pair.seats.filter(finished_on__isnull=True)
    open_seats.filter(Q(started_on__gt=on)).update(started_on=on)
    open_seats.update(finished_on=on)
