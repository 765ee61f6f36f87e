"""Which orders a programme rests on."""

from django.db.models import Q

from reports.models import Order

LASTING = ("introduction", "statute")  # of the school, until it issues another: a programme of each year does not repeat them


def folder_orders(programme):
    """Those of the programme, annulled ones too, and the lasting ones that an earlier programme has brought in."""
    return Order.objects.filter(Q(programme=programme) | Q(pk__in=[order.pk for order in carried_orders(programme)])).in_register()


def carried_orders(programme) -> list[Order]:
    """The latest in force of each lasting kind that the programme has no order of itself."""
    rows = Order.objects.in_force().filter(kind__in=LASTING, signed_on__lte=programme.ends_on).order_by("signed_on", "pk").defer("payload")
    latest = {order.kind: order for order in rows}
    own = {order.kind for order in rows if order.programme_id == programme.pk}
    return [order for kind, order in latest.items() if kind not in own]
