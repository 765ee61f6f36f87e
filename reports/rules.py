"""Object rules of orders: who may take a step with this very row."""

import rules


@rules.predicate
def has_not_written(actor, order) -> bool:
    """The person, not the membership: somebody who is curator and director at once still needs a second pair of eyes."""
    return actor.user_id not in writers_of(order)


def writers_of(order) -> set[int]:
    """Users who prepared the order, changed its words or facts, or sent it."""
    return {order.author.user_id, *order.writers.values_list("user_id", flat=True)}
