"""Reading orders."""

from django.db.models import Count, Q

from pairs.enums import PairState
from pairs.models import Pair
from pairs.services.amending import RUNNING
from programmes.models import Programme
from reports.enums import ANNULMENT, EARLIER, PAIRING, REPLACEMENT, OrderState


def named_pairs(order, relation: str) -> list[Pair]:
    """`pairs`, `ending_pairs` or `changed_pairs` with names; without a query where the order came `with_subjects`."""
    ready = getattr(order, f"named_{relation}", None)
    return list(getattr(order, relation).with_names()) if ready is None else ready


def agreed_pairs(programme):
    """Pairs that may enter an order."""
    return Pair.objects.filter(programme=programme, state=PairState.AGREED).with_names()


def programmes_with_agreed_pairs(actor):
    """Programmes with pairs that wait for an order, each with `agreed`, their number."""
    agreed = Count("pairs", filter=Q(pairs__state=PairState.AGREED))
    return Programme.objects.visible_to(actor).select_related("year").annotate(agreed=agreed).filter(agreed__gt=0)


GONE = (OrderState.ANNULLED, OrderState.DISCARDED)
BASES = ("basis_order", "protocol_number", "protocol_date")


def last_bases(programme) -> dict:
    """What the programme's last order that names its bases rests on: the next one usually rests on the same."""
    orders = programme.orders.exclude(details={}).order_by("-pk").values_list("details", flat=True)
    told = ({name: details[name] for name in BASES if details.get(name)} for details in orders)
    return next(filter(None, told), {})


def last_of_each_kind(programme) -> dict:
    """Kind → the latest order of the programme that is drafted, sent or in force."""
    return {order.kind: order for order in programme.orders.exclude(state__in=GONE).order_by("pk")}


def orders_in_force(programme):
    """Orders that another one may change or annul."""
    return programme.orders.in_force().exclude(kind=ANNULMENT)


def orders_on_pairs(programme):
    """Orders that an order on changes may change, the latest first: they fix pairs, or come from paper."""
    fixing = [PAIRING, "changes", REPLACEMENT, EARLIER]
    return orders_in_force(programme).filter(kind__in=fixing).order_by("-signed_on", "-pk")


def pairs_at_work(programme):
    """Those that pause too: an order may end them."""
    return Pair.objects.filter(programme=programme, state__in=RUNNING).with_names()
