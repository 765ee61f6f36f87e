"""Orders of goals that a curator chooses from. Priority children and the number matched come first in each of them."""

from pairs.matching.goals import Goal

FIRST = (Goal.PRIORITY, Goal.MATCHED)
ORDERS: dict[str, tuple[Goal, ...]] = {
    "total": (*FIRST, Goal.TOTAL),
    "weakest": (*FIRST, Goal.FLOOR, Goal.TOTAL),
    "even": (*FIRST, Goal.LOAD, Goal.TOTAL),
    "rematch": (*FIRST, Goal.CLOSENESS, Goal.TOTAL),
}


def moves_pairs(goals) -> bool:
    """A rematch: pairs that work may be changed, as few as possible, when somebody would stay alone otherwise."""
    return list(goals) == list(ORDERS["rematch"])


def order_of(goals) -> str:
    """The name of an order of goals; the first one when it has none."""
    return next((name for name, order in ORDERS.items() if list(order) == list(goals)), next(iter(ORDERS)))
