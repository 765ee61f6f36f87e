"""An order before it is signed."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Pair
from pairs.services import put_in_order, release_from_order
from pairs.services.amending import RUNNING
from reports.enums import PAIRING, OrderEffect, OrderState
from reports.models import Order
from reports.queries.order_facts import order_title
from reports.queries.order_texts import order_kind
from reports.queries.orders import last_bases
from reports.services.letters import tell_author, tell_signatories
from reports.services.numbers import MAIN_SERIES
from reports.workflow import ORDER_WORKFLOW

NEEDS_PAIRS = (OrderEffect.ACTIVATE,)
NEEDS_ENDING = (OrderEffect.END, OrderEffect.REPLACE)


@transaction.atomic
def prepare_order(
    *,
    actor,
    programme,
    pairs=(),
    kind: str = PAIRING,
    details: dict | None = None,
    ending=(),
    changed=(),
    amends=None,
    series: str = MAIN_SERIES,
) -> Order:
    """Draft an order. Agreed `pairs` wait for it from now on; `ending` pairs finish with its signature; `changed` ones run on new terms;
    `amends` is the order that is changed or annulled.

    `details` are JSON values of reports/queries/order_words.py. Without them the bases of the programme's last order stand in again.
    """
    actor.must(Permission.PREPARE_ORDERS)
    pairs = list(Pair.objects.select_for_update(of=("self",)).filter(pk__in=[pair.pk for pair in pairs]))
    ending = list(Pair.objects.filter(pk__in=[pair.pk for pair in ending]).with_names())
    changed = list(Pair.objects.filter(pk__in=[pair.pk for pair in changed]).with_names())
    _check(programme, kind, pairs, ending, changed, amends)
    order = Order.objects.create(
        school_id=actor.school_id,
        programme=programme,
        kind=kind,
        title=order_title(kind, programme),
        author=actor,
        series=series,
        amends=amends,
        details=last_bases(programme) if details is None else details,
    )
    order.pairs.set(pairs)
    order.ending_pairs.set(ending)
    order.changed_pairs.set(changed)
    for pair in pairs:
        put_in_order(actor=actor, pair=pair)
    record(actor, "order.prepared", order, kind=kind, pairs=len(pairs) or None, ending=len(ending) or None, changed=len(changed) or None)
    return order


def _check(programme, kind: str, pairs: list, ending: list, changed: list, amends) -> None:
    found = order_kind(kind)
    if found is None:
        raise Refusal(_("There is no such kind of order. Choose one from the list."))
    effect = OrderEffect(found["effect"])
    if effect in NEEDS_PAIRS and not pairs:
        raise Refusal(_("Choose at least one pair: an order without pairs fixes nothing."))
    if effect in NEEDS_ENDING and not ending:
        raise Refusal(_("Choose at least one pair that finishes its work."))
    if effect == OrderEffect.CHANGE and not (pairs or ending or changed):
        raise Refusal(_("Choose what changes: pairs to add, to leave out or to write down on new terms."))
    if effect in (OrderEffect.CHANGE, OrderEffect.ANNUL):
        _check_amended(amends)
    _check_pairs(programme, pairs, (PairState.AGREED,))
    _check_pairs(programme, ending, (*RUNNING, PairState.ENDED) if effect == OrderEffect.CHANGE else RUNNING)
    _check_pairs(programme, changed, RUNNING)


def _check_amended(order) -> None:
    if order is None:
        raise Refusal(_("Choose the order that is changed or annulled."))
    if order.state not in (OrderState.SIGNED, OrderState.REGISTERED):
        raise Refusal(_("Only an order in force can be changed or annulled. Choose another one."))


def _check_pairs(programme, pairs: list, states: tuple[PairState, ...]) -> None:
    if any(pair.programme_id != programme.pk for pair in pairs):
        raise Refusal(_("One order belongs to one programme. Choose pairs of “%(programme)s” only.") % {"programme": programme})
    names = "; ".join(str(pair) for pair in pairs if pair.state not in states)
    if names and PairState.AGREED in states:
        raise Refusal(_("Only pairs that every side has agreed to may enter an order. Leave out: %(pairs)s.") % {"pairs": names})
    if names:
        raise Refusal(_("Only pairs that work now can finish by an order. Leave out: %(pairs)s.") % {"pairs": names})


@transaction.atomic
def send_order(*, actor, order: Order, site: str = "") -> Order:
    """To the director; where the address of the `site` is known, with a letter."""
    if ORDER_WORKFLOW.take("send", order, actor):
        tell_signatories(order, site)
    return order


@transaction.atomic
def return_order(*, actor, order: Order, note: str, site: str = "") -> Order:
    """Back to the curator, with a sentence that says what to change; the pairs go on waiting for the order."""
    if ORDER_WORKFLOW.take("return", order, actor, note=note):
        tell_author(order, site)
    return order


@transaction.atomic
def discard_order(*, actor, order: Order) -> Order:
    """Give the order up; its pairs are agreed ones again and may enter another order."""
    if ORDER_WORKFLOW.take("discard", order, actor):
        for pair in order.pairs.all():
            release_from_order(actor=actor, pair=pair)
    return order
