"""From the values of the criteria to one number."""

from functools import lru_cache

from pairs.fitting.criteria import ASIDE, CRITERIA
from pairs.fitting.facts import MenteeFacts, MentorFacts, Setting, Wishes
from pairs.fitting.fit import Part, Score
from pairs.fitting.weights import WEIGHTS, WISHES_PER_REST, Level

WISHES = "wishes"
UNKNOWN = 500  # a pair about which nothing is known is neither good nor bad
RANKS = (1000, 850, 700, 550, 400)  # of the mentee's first wish and the following; later ones as the last
ATTITUDES = {True: 1000, None: 500, False: 0}  # of the mentor: gladly, all the same, rather not
part = lru_cache(maxsize=None)(Part)  # a few thousand different parts serve hundreds of thousands of scores


def score(mentee: MenteeFacts, mentor: MentorFacts, setting: Setting) -> Score:
    parts = []
    for code, value_of, common in CRITERIA:
        weight = WEIGHTS[setting.levels.get(code, Level.OFF)]
        value = value_of(mentee, mentor) if weight else ASIDE
        if value != ASIDE:
            parts.append(part(code, value, weight, _in_common(mentee, mentor, common) if common and value else ""))
    return total(parts, wish_value(setting.wishes, (mentee.record, mentor.record)) if setting.wishes.asked else None)


def _in_common(mentee: MenteeFacts, mentor: MentorFacts, fact: str) -> str:
    return ", ".join(sorted(getattr(mentee, fact) & getattr(mentor, fact)))


def wish_value(wishes: Wishes, key: tuple[int, int]) -> int:
    """The mentee's wish counts twice, the mentor's once: both together reach 1000."""
    rank = wishes.ranks.get(key)
    wished = RANKS[min(rank, len(RANKS)) - 1] if rank else 0
    return (2 * wished + ATTITUDES[wishes.attitudes.get(key)]) // 3


def total(parts: list[Part], wish: int | None = None) -> Score:
    """The mean of the values that are known, by weight; missing answers lower only the confidence, and wishes never weigh above a fifth."""
    known = sum(one.weight for one in parts if one.value is not None)
    asked = sum(one.weight for one in parts)
    values = sum(one.weight * one.value for one in parts if one.value is not None)
    points = values / known if known else UNKNOWN
    if wish is not None:
        share = (known or WISHES_PER_REST) // WISHES_PER_REST
        points = (points * WISHES_PER_REST + wish) / (WISHES_PER_REST + 1)
        parts = [*parts, part(WISHES, wish, share)]
    return Score(max(1, round(points)), round(100 * known / asked) if asked else 0, tuple(parts))
