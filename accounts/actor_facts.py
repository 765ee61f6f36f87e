"""What the rooms above know of the actor and the menu needs on every page: it is asked in the query that finds the actor."""

from collections.abc import Callable

ACTOR_FACTS: dict[str, Callable] = {}  # the name that the actor gets → a function that returns an expression over memberships
