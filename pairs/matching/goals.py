"""What counts, and in which order: a later goal decides only among the plans that are equally good by all earlier ones."""

from collections.abc import Sequence
from enum import StrEnum


class Goal(StrEnum):
    PRIORITY = "priority"  # as many priority mentees matched as possible
    MATCHED = "matched"  # as many mentees matched as possible
    FLOOR = "floor"  # the weakest pair as strong as possible
    TOTAL = "total"  # the largest sum of scores
    LOAD = "load"  # even load: the least sum of squares of the mentors' loads
    CLOSENESS = "closeness"  # as many current pairs kept as possible


DEFAULT_GOALS = (Goal.PRIORITY, Goal.MATCHED, Goal.TOTAL)


class BadGoals(ValueError):
    """The order of goals has no meaning; the text is one sentence."""


def check_goals(goals: Sequence[Goal]) -> None:
    """Raise `BadGoals` when a goal is named twice or a floor would be reached by matching nobody."""
    if len(set(goals)) != len(goals):
        raise BadGoals("A goal is named twice.")
    if Goal.MATCHED not in goals:
        raise BadGoals("The goals lack matched: without it nobody needs to get a mentor.")
    if Goal.FLOOR in goals and goals.index(Goal.FLOOR) < goals.index(Goal.MATCHED):
        raise BadGoals("The floor stands before matched: one strong pair would be enough for it. Put it after.")
