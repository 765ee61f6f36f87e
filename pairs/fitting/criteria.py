"""The criteria of the score. Each answers 0..1000, None when an answer is missing, `ASIDE` when it has no meaning for the two people."""

from collections.abc import Callable
from typing import NamedTuple

from pairs.fitting.facts import MenteeFacts, MentorFacts
from pairs.fitting.portraits import PUPIL

FULL = 1000
ASIDE = -1
DISTANCES = {0: 600, 1: 900, 2: FULL, 3: 900, 4: 750}  # classes between a pupil and the mentor; further 500, below 200


class Criterion(NamedTuple):
    code: str
    value: Callable[[MenteeFacts, MentorFacts], int | None]


def subject(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    if not mentee.subjects or not mentor.subjects:
        return None
    return FULL if mentee.subjects & mentor.subjects else 0


def interests(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """One common interest is a talk, two are a friendship."""
    if not mentee.interests or not mentor.interests:
        return None
    return (0, 700, FULL)[min(len(mentee.interests & mentor.interests), 2)]


def distance(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """Two classes apart is the best: near enough to remember, far enough to look up to."""
    if mentee.kind != PUPIL or mentor.kind != PUPIL:
        return ASIDE
    if mentee.level is None or mentor.level is None:
        return None
    apart = mentor.level - mentee.level
    return 200 if apart < 0 else DISTANCES.get(apart, 500)


def experience(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """Adults at work: ten years more than the mentee are full."""
    if mentor.kind == PUPIL:
        return ASIDE
    if mentor.years is None:
        return None
    return max(0, min(mentor.years - (mentee.years or 0), 10)) * 100


CRITERIA = (
    Criterion("subject", subject),
    Criterion("interests", interests),
    Criterion("distance", distance),
    Criterion("experience", experience),
)
