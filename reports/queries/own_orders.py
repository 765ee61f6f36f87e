"""Whether orders name somebody who signs in: with none there is nothing to read in «Orders about you»."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django_scopes import scopes_disabled

from reports.enums import OrderState
from reports.models import Acknowledgement

THROUGH = ("user", "person__user", "person__guardians__user")  # as in `Acknowledgement.objects.of_user`


def is_named_in_orders() -> Q:
    """Over memberships: a signed order of the school names the user or a child. Asked apart, each way finds an index."""
    with scopes_disabled():  # the scope opens when the actor is known; until then the school of the membership stands in
        signed = Acknowledgement.objects.filter(school=OuterRef("school"), order__state=OrderState.SIGNED).order_by()
        return reduce(or_, (Exists(signed.filter(**{way: OuterRef("user")})) for way in THROUGH))
