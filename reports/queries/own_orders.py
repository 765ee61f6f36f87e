"""Whether orders name somebody who signs in: with none there is nothing to read in «Orders about you»."""

from functools import reduce
from operator import or_

from django.db.models import BooleanField, ExpressionWrapper, OuterRef, Q
from django_scopes import scopes_disabled

from reports.enums import OrderState
from reports.models import Acknowledgement

THROUGH = ("user", "person__user", "person__guardians__user")  # as in `Acknowledgement.objects.of_user`


def is_named_in_orders() -> ExpressionWrapper:
    """Over memberships: a signed order of the school names the user or a child.

    Every page asks it, so each way begins with the user and is asked apart: a database that begins with the school reads all its lines.
    """
    with scopes_disabled():  # the scope opens when the actor is known; until then the school of the membership is compared
        signed = Acknowledgement.objects.filter(order__state=OrderState.SIGNED).order_by()
        ways = [Q(school__in=signed.filter(**{way: OuterRef("user")}).values("school")) for way in THROUGH]
    return ExpressionWrapper(reduce(or_, ways), output_field=BooleanField())
