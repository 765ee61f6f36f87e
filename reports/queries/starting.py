"""Which pairs an order lets start."""

from pairs.models import Pair
from reports.enums import OrderEffect
from reports.queries.order_texts import effect_of
from reports.queries.order_words import new_mentor
from reports.queries.orders import named_pairs


def starting_pairs(order) -> list[tuple[Pair, list]]:
    """The pairs that start by the signature, each with its people, the mentor first; a replaced mentor's pair goes on under the new one."""
    if effect_of(order.kind) != OrderEffect.REPLACE:
        return [(pair, [pair.mentor.person, *_mentees(pair)]) for pair in named_pairs(order, "pairs")]
    mentor = new_mentor(order.details)
    return [(pair, [mentor.person, *_mentees(pair)]) for pair in named_pairs(order, "ending_pairs")] if mentor else []


def _mentees(pair) -> list:
    return [seat.mentee.person for seat in pair.seats.all() if seat.finished_on is None]
