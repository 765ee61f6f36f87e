"""From the values of the criteria to one number."""

from functools import lru_cache

from pairs.fitting.criteria import ASIDE, CRITERIA
from pairs.fitting.facts import MenteeFacts, MentorFacts, Setting
from pairs.fitting.fit import Part, Score

UNKNOWN = 500  # a pair about which nothing is known is neither good nor bad
part = lru_cache(maxsize=None)(Part)  # a few thousand different parts serve hundreds of thousands of scores


def score(mentee: MenteeFacts, mentor: MentorFacts, setting: Setting) -> Score:
    parts = []
    for code, value_of in CRITERIA:
        weight = setting.weights.get(code, 0)
        value = value_of(mentee, mentor) if weight else ASIDE
        if value != ASIDE:
            parts.append(part(code, value, weight))
    return total(parts)


def total(parts: list[Part]) -> Score:
    """The mean of the values that are known, by weight; missing answers lower only the confidence."""
    known = sum(one.weight for one in parts if one.value is not None)
    asked = sum(one.weight for one in parts)
    points = round(sum(one.weight * one.value for one in parts if one.value is not None) / known) if known else UNKNOWN
    return Score(max(1, points), round(100 * known / asked) if asked else 0, tuple(parts))
