"""What an order is about: the pairs that it fixes, ends or changes, and the order that it amends."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Pair
from pairs.services import put_in_order, release_from_order
from pairs.services.amending import RUNNING
from reports.enums import OrderEffect, OrderState
from reports.models import Order
from reports.queries.order_difference import fixed_by
from reports.queries.order_texts import effect_of

NEEDS_PAIRS = (OrderEffect.ACTIVATE,)
CHANGES_BASE = (OrderEffect.CHANGE, OrderEffect.REPLACE)
NEEDS_ENDING = (OrderEffect.END, OrderEffect.REPLACE)


@dataclass(frozen=True)
class Subjects:
    pairs: list[Pair]
    ending: list[Pair]
    changed: list[Pair]
    amends: Order | None


def checked_subjects(programme, kind: str, *, pairs=(), ending=(), changed=(), amends=None, order=None) -> Subjects:
    """Lock the pairs that wait for the order and check all; `order` is the one that has been prepared of them."""
    fixed = Pair.objects.select_for_update(of=("self",)).filter(pk__in=[pair.pk for pair in pairs])
    named = Pair.objects.with_names()
    subjects = Subjects(
        pairs=_all_of(pairs, fixed),
        ending=_all_of(ending, named.filter(pk__in=[pair.pk for pair in ending])),
        changed=_all_of(changed, named.filter(pk__in=[pair.pk for pair in changed])),
        amends=amends,
    )
    _check(programme, kind, subjects, waiting=set(order.pairs.values_list("pk", flat=True)) if order is not None else set())
    return subjects


def keep_subjects(*, actor, order: Order, subjects: Subjects) -> None:
    """Pairs that are new in the order wait for it from now on; those that were taken out are agreed ones again."""
    before = {pair.pk: pair for pair in order.pairs.select_for_update(of=("self",))}
    for pair in subjects.pairs:
        if before.pop(pair.pk, None) is None:
            put_in_order(actor=actor, pair=pair)
    for pair in before.values():
        release_from_order(actor=actor, pair=pair)
    order.pairs.set(subjects.pairs)
    order.ending_pairs.set(subjects.ending)
    order.changed_pairs.set(subjects.changed)


def _all_of(asked, rows) -> list[Pair]:
    """A pair that the school does not have is refused, not left out in silence."""
    found = list(rows)
    if {pair.pk for pair in found} != {pair.pk for pair in asked}:
        raise Refusal(_("One of the pairs is no longer free for an order. Choose from the list below."))
    return found


def _check(programme, kind: str, subjects: Subjects, *, waiting: set[int]) -> None:
    effect = effect_of(kind)
    if effect in NEEDS_PAIRS and not subjects.pairs:
        raise Refusal(_("Choose at least one pair: an order without pairs fixes nothing."))
    if effect in NEEDS_ENDING and not subjects.ending:
        raise Refusal(_("Choose at least one pair that finishes its work."))
    if effect == OrderEffect.CHANGE and not (subjects.pairs or subjects.ending or subjects.changed):
        raise Refusal(_("Choose what changes: pairs to add, to leave out or to write down on new terms."))
    if effect in (OrderEffect.CHANGE, OrderEffect.ANNUL) or subjects.amends is not None:
        _check_amended(programme, subjects.amends)
    if effect in CHANGES_BASE and subjects.amends is not None:
        _check_fixed(subjects)
    _check_pairs(programme, [pair for pair in subjects.pairs if pair.pk not in waiting], (PairState.AGREED,))
    _check_pairs(programme, subjects.ending, (*RUNNING, PairState.ENDED) if effect == OrderEffect.CHANGE else RUNNING)
    _check_pairs(programme, subjects.changed, RUNNING)


def _check_amended(programme, order) -> None:
    if order is None or order.programme_id != programme.pk:
        raise Refusal(_("Choose the order that is changed or annulled."))
    if order.state not in (OrderState.SIGNED, OrderState.REGISTERED):
        raise Refusal(_("Only an order in force can be changed or annulled. Choose another one."))


def _check_fixed(subjects: Subjects) -> None:
    fixed = set(fixed_by(subjects.amends).values_list("pk", flat=True))
    if names := "; ".join(str(pair) for pair in [*subjects.ending, *subjects.changed] if pair.pk not in fixed):
        told = {"order": subjects.amends, "pairs": names}
        raise Refusal(_("The order %(order)s does not fix these pairs. Choose another order or leave them out: %(pairs)s.") % told)


def _check_pairs(programme, pairs: list, states: tuple[PairState, ...]) -> None:
    if any(pair.programme_id != programme.pk for pair in pairs):
        raise Refusal(_("One order belongs to one programme. Choose pairs of “%(programme)s” only.") % {"programme": programme})
    names = "; ".join(str(pair) for pair in pairs if pair.state not in states)
    if names and PairState.AGREED in states:
        raise Refusal(_("Only pairs that every side has agreed to may enter an order. Leave out: %(pairs)s.") % {"pairs": names})
    if names:
        raise Refusal(_("Only pairs that work now can finish by an order. Leave out: %(pairs)s.") % {"pairs": names})
