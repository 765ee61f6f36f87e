"""An order before it is signed."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from pairs.services import release_from_order
from reports.enums import PAIRING
from reports.models import Order
from reports.queries.numbering import MAIN_SERIES
from reports.queries.order_facts import order_title
from reports.queries.order_texts import order_kind
from reports.queries.orders import last_bases
from reports.services.letters import tell_author, tell_signatories
from reports.services.once import once
from reports.services.order_subjects import checked_subjects, keep_subjects
from reports.services.wording import freeze_wording
from reports.workflow import ORDER_WORKFLOW


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
    request_key: str = "",
) -> Order:
    """Draft an order. Agreed `pairs` wait for it from now on; `ending` pairs finish with its signature; `changed` ones run on new terms;
    `amends` is the order that is changed or annulled.

    `details` are JSON values of reports/queries/order_words.py. Without them the bases of the programme's last order stand in again.
    The same `request_key`, that of one rendered form, returns the order that it has made.
    """
    actor.must(Permission.PREPARE_ORDERS)
    if order_kind(kind) is None:
        raise Refusal(_("There is no such kind of order. Choose one from the list."))
    facts = {
        "school_id": actor.school_id,
        "programme": programme,
        "kind": kind,
        "title": order_title(kind, programme),
        "series": series,
        "amends": amends,
        "details": last_bases(programme) if details is None else details,
    }
    order, is_new = once(Order, request_key, author=actor, **facts)
    if not is_new:
        return order
    subjects = checked_subjects(programme, kind, pairs=pairs, ending=ending, changed=changed, amends=amends)
    keep_subjects(actor=actor, order=order, subjects=subjects)
    record(actor, "order.prepared", order, kind=kind, pairs=len(pairs) or None, ending=len(ending) or None, changed=len(changed) or None)
    return order


@transaction.atomic
def send_order(*, actor, order: Order, site: str = "") -> Order:
    """To the director, in the words of this moment; where the address of the `site` is known, with a letter."""
    if ORDER_WORKFLOW.take("send", order, actor, effect=freeze_wording):
        order.writers.add(actor)
        tell_signatories(order, site)
    return order


@transaction.atomic
def recall_order(*, actor, order: Order) -> Order:
    """A draft again, before the director has answered; the pairs go on waiting for the order."""
    ORDER_WORKFLOW.take("recall", order, actor)
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
