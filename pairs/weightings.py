"""Ready sets of weights: pairs/texts/weightings.toml."""

from functools import cache
from typing import NamedTuple

from mentoring.common.reference import load
from pairs.fitting.weights import Level

FILE = "pairs/texts/weightings.toml"


class Weighting(NamedTuple):
    code: str
    title: str
    about: str
    levels: dict[str, Level]


@cache
def weightings() -> tuple[Weighting, ...]:
    """In the order of the file; the first one counts until a programme chooses."""
    return tuple(
        Weighting(one["code"], one["title"], one["about"], {criterion: Level(level) for criterion, level in one["levels"].items()})
        for one in load(FILE)["weighting"]
    )
