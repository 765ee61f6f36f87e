"""What the public may know of a signed paper."""

import datetime
from typing import NamedTuple

from django_scopes import scopes_disabled

from reports.enums import OrderState
from reports.models import Order
from reports.queries.order_texts import kind_words


class PublicPaper(NamedTuple):
    """No names and no pupils: whether the paper is genuine, what kind it is, its number and date. `sha256` is not shown."""

    kind: str
    number: str
    signed_on: datetime.date
    is_annulled: bool
    sha256: str


def signed_paper(code: str) -> PublicPaper | None:
    """The one question that is asked without a school: the code is unguessable and says which paper is meant."""
    with scopes_disabled():
        signed = [OrderState.SIGNED, OrderState.ANNULLED]
        order = Order.objects.filter(check_code=code, state__in=signed).select_related("pdf").first()
        if order is None:
            return None
        digest = order.pdf.sha256 if order.pdf else ""
    return PublicPaper(kind_words(order.kind), order.number, order.signed_on, order.state == OrderState.ANNULLED, digest)
