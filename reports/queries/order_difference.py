"""What has become of the pairs since the orders that fix them: the difference that an order on changes writes down."""

from django.db.models import Q
from django.utils import translation

from pairs.enums import PairState
from pairs.models import Amendment, Pair
from pairs.queries.amendments import changed_terms
from pairs.services.amending import RUNNING
from reports.enums import OPEN_STATES, OrderState


def ended_without_order(programme):
    """Pairs fixed by an order in force that have ended early since, and no order says so."""
    said = [*OPEN_STATES, OrderState.SIGNED]
    rows = Pair.objects.filter(programme=programme, state=PairState.ENDED, orders__state=OrderState.SIGNED)
    return rows.exclude(ending_orders__state__in=said).distinct().with_names()


def amended_without_order(programme):
    """Running pairs on new terms that every side has agreed to, while the order in force still says the old ones."""
    waiting = Amendment.objects.awaiting_order().values("pair")
    rows = Pair.objects.filter(programme=programme, state__in=RUNNING, pk__in=waiting)
    return rows.exclude(changing_orders__state__in=OPEN_STATES).distinct().with_names()


def leaving_pairs(programme):
    """Whom an order on changes may leave out: pairs that run, and those that have ended without an order."""
    ended = ended_without_order(programme).values("pk")
    return (Pair.objects.filter(programme=programme, state__in=RUNNING) | Pair.objects.filter(pk__in=ended)).with_names()


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
