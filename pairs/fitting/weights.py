"""How much a criterion weighs."""

from enum import StrEnum


class Level(StrEnum):
    """A criterion that must be met forbids the pairs that do not meet it at all, and weighs as much as a high one."""

    MUST = "must"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OFF = "off"


WEIGHTS = {Level.MUST: 20, Level.HIGH: 20, Level.MEDIUM: 12, Level.LOW: 4, Level.OFF: 0}  # 5 : 3 : 1, each divisible by 4
WISHES_PER_REST = 4  # wishes weigh a quarter of everything else, so they are a fifth of the whole
