"""Object rules of orders: who may take a step with this very row."""

import rules


@rules.predicate
def is_not_author(actor, order) -> bool:
    """The person, not the membership: somebody who is curator and director at once still needs a second pair of eyes."""
    return order.author.user_id != actor.user_id
