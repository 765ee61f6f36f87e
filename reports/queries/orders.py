"""Reading orders."""

from jobs.models import Job
from pairs.enums import PairState
from pairs.models import Pair


def order_pdf_key(order) -> str:
    """One PDF an order, however often it is asked for."""
    return f"order-pdf-{order.pk}"


def order_pdf_job(order) -> Job | None:
    """The work on the order's PDF, whoever signed: everybody who may see the order may see how far it is."""
    return Job.objects.filter(dedupe_key=order_pdf_key(order)).first()


def agreed_pairs(programme):
    """Pairs that may enter an order."""
    return Pair.objects.filter(programme=programme, state=PairState.AGREED).with_names()
