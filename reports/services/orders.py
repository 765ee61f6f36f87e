"""An order before it is signed."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Pair
from pairs.services import put_in_order, release_from_order
from reports.enums import OrderKind
from reports.models import Order
from reports.queries.order_facts import order_title
from reports.workflow import ORDER_WORKFLOW

MAIN_SERIES = "main"  # orders on mentoring share one row of numbers with one another


@transaction.atomic
def prepare_order(*, actor, programme, pairs, kind: str = OrderKind.PAIRING) -> Order:
    """Draft an order on agreed pairs; from now on the pairs wait for this order."""
    actor.must(Permission.PREPARE_ORDERS)
    pairs = list(Pair.objects.select_for_update(of=("self",)).filter(pk__in=[pair.pk for pair in pairs]))
    _check(programme, pairs)
    order = Order.objects.create(
        school_id=actor.school_id, programme=programme, kind=kind, title=order_title(kind, programme), author=actor, series=MAIN_SERIES
    )
    order.pairs.set(pairs)
    for pair in pairs:
        put_in_order(actor=actor, pair=pair)
    record(actor, "order.prepared", order, pairs=len(pairs))
    return order


def _check(programme, pairs) -> None:
    if not pairs:
        raise Refusal(_("Choose at least one pair: an order without pairs fixes nothing."))
    if any(pair.programme_id != programme.pk for pair in pairs):
        raise Refusal(_("One order belongs to one programme. Choose pairs of “%(programme)s” only.") % {"programme": programme})
    others = [str(pair) for pair in pairs if pair.state != PairState.AGREED]
    if others:
        names = "; ".join(others)
        raise Refusal(_("Only pairs that every side has agreed to may enter an order. Leave out: %(pairs)s.") % {"pairs": names})


def send_order(*, actor, order: Order) -> Order:
    ORDER_WORKFLOW.take("send", order, actor)
    return order


def return_order(*, actor, order: Order, note: str) -> Order:
    """Back to the curator, with a sentence that says what to change; the pairs go on waiting for the order."""
    ORDER_WORKFLOW.take("return", order, actor, note=note)
    return order


@transaction.atomic
def discard_order(*, actor, order: Order) -> Order:
    """Give the order up; its pairs are agreed ones again and may enter another order."""
    if ORDER_WORKFLOW.take("discard", order, actor):
        for pair in order.pairs.all():
            release_from_order(actor=actor, pair=pair)
    return order
