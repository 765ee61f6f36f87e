"""The steps that an order takes: it moves pairs in and out of itself and makes them active."""

from django.db import transaction

from pairs.services.rules import only_with_consents
from pairs.workflow import PAIR_WORKFLOW


def put_in_order(*, actor, pair) -> None:
    PAIR_WORKFLOW.take("put_in_order", pair, actor, effect=only_with_consents)


def release_from_order(*, actor, pair) -> None:
    PAIR_WORKFLOW.take("release", pair, actor)


@transaction.atomic
def activate_pair(*, actor, pair, on) -> None:
    """Called by the signing of an order dated `on`: places are held from that day, not earlier."""
    if PAIR_WORKFLOW.take("activate", pair, actor, effect=only_with_consents):
        pair.seats.filter(finished_on__isnull=True, started_on__lt=on).update(started_on=on)
