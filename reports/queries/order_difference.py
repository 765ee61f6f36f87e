"""What has become of the pairs since the order that fixes them: the difference that an order on changes writes down."""

from django.db.models import Q
from django.utils import translation

from pairs.enums import PairState
from pairs.models import Amendment, Pair
from pairs.queries.amendments import changed_terms
from pairs.services.amending import RUNNING
from reports.enums import ANNULMENT, OPEN_STATES, REPLACEMENT, OrderState
from reports.models import Order


def fixed_by(base):
    """Pairs that the order and its amendments fix; one from paper has named its pairs on paper, so any of the programme may be meant."""
    pairs = Pair.objects.filter(programme=base.programme_id)
    return pairs if base.state == OrderState.REGISTERED else pairs.filter(orders__in=_with_amendments(base)).distinct()


def _with_amendments(base) -> set[int]:
    """The order, those in force that amend it, and those that amend these; a replacement that names no order amends the one of its pair."""
    orders, found = Order.objects.filter(programme=base.programme_id).in_force().exclude(kind=ANNULMENT), {base.pk}
    of_pairs = Q(kind=REPLACEMENT, amends=None)
    while more := orders.filter(Q(amends__in=found) | of_pairs & Q(ending_pairs__orders__in=found)).exclude(pk__in=found):
        found |= {order.pk for order in more}
    return found


def ended_without_order(fixed):
    """Of the pairs `fixed` by orders in force, those that have ended early since, and no order says so."""
    said = [*OPEN_STATES, OrderState.SIGNED]
    rows = Pair.objects.filter(pk__in=fixed.values("pk"), state=PairState.ENDED, orders__state=OrderState.SIGNED)
    return rows.exclude(ending_orders__state__in=said).distinct().with_names()


def amended_without_order(fixed):
    """Running ones on new terms that every side has agreed to, while the order in force still says the old ones."""
    waiting = Amendment.objects.awaiting_order().values("pair")
    rows = Pair.objects.filter(pk__in=fixed.values("pk"), state__in=RUNNING).filter(pk__in=waiting)
    return rows.exclude(changing_orders__state__in=OPEN_STATES).distinct().with_names()


def leaving_pairs(fixed):
    """Whom an order on changes may leave out: pairs that run, and those that have ended without an order."""
    running = Q(pk__in=fixed.values("pk"), state__in=RUNNING)
    return Pair.objects.filter(running | Q(pk__in=ended_without_order(fixed).values("pk"))).with_names()


def with_own(rows, own):
    """Pairs to choose from, and those that a draft has already."""
    return Pair.objects.filter(Q(pk__in=rows.values("pk")) | Q(pk__in=own.values("pk"))).with_names()


def terms_before_and_after(pair) -> tuple[list[str], list[str]]:
    """«Последний день: 31.05.2027» before and after, a line a term. Russian, as all papers."""
    found: dict[str, list[str]] = {}
    with translation.override("ru"):
        for amendment in pair.amendments.awaiting_order().with_terms():
            for row in changed_terms(amendment):
                found.setdefault(row["label"], [row["old"], ""])[1] = row["new"]
    rows = [(label, old, new) for label, (old, new) in found.items() if old != new]
    return [f"{label}: {old}" for label, old, _new in rows], [f"{label}: {new}" for label, _old, new in rows]
