"""The criteria of the score. Each answers 0..1000, None when an answer is missing, `ASIDE` when it has no meaning for the two people."""

from collections.abc import Callable
from typing import NamedTuple

from pairs.fitting.facts import MenteeFacts, MentorFacts
from pairs.fitting.portraits import PUPIL

FULL = 1000
ASIDE = -1
DISTANCES = {0: 600, 1: 900, 2: FULL, 3: 900, 4: 750}  # classes between a pupil and the mentor
FAR = 500
OUTSIDE = 300  # lost with each class outside the wish of the mentor


LIKE = 800  # free words that have something in common


class Criterion(NamedTuple):
    code: str
    value: Callable[[MenteeFacts, MentorFacts], int | None]
    common: str = ""  # the fact whose common items say why


def topics(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """The share of what is asked for that the mentor offers. Where the dictionary was not used, free words may agree but never disagree."""
    if mentee.topics and mentor.topics:
        return _share(mentee.topics, mentor.topics)
    return LIKE if mentee.words & mentor.words else None


def subject(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """Teachers alone have a subject."""
    if PUPIL in {mentee.kind, mentor.kind}:
        return ASIDE
    if not mentee.subjects or not mentor.subjects:
        return None
    return FULL if mentee.subjects & mentor.subjects else 0


def interests(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """One common interest starts a talk, two carry it."""
    if not mentee.interests or not mentor.interests:
        return None
    return (0, 700, FULL)[min(len(mentee.interests & mentor.interests), 2)]


def traits(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """Is the mentor as the mentee would like?"""
    if not mentee.traits or not mentor.traits:
        return None
    return _share(mentee.traits, mentor.traits)


def classes(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """Is the mentee of the age that the mentor would like?"""
    if mentee.kind != PUPIL:
        return ASIDE
    if mentee.level is None or mentor.wished_levels is None:
        return None
    low, high = mentor.wished_levels
    return max(0, FULL - OUTSIDE * max(low - mentee.level, mentee.level - high, 0))


def distance(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """Two classes apart is the best: near enough to remember, far enough to look up to."""
    if mentee.kind != PUPIL or mentor.kind != PUPIL:
        return ASIDE
    if mentee.level is None or mentor.level is None:
        return None
    apart = mentor.level - mentee.level
    return 0 if apart < 0 else DISTANCES.get(apart, FAR)


def experience(mentee: MenteeFacts, mentor: MentorFacts) -> int | None:
    """Of adults: ten years more at work than the mentee are full."""
    if mentor.kind == PUPIL:
        return ASIDE
    if mentor.years is None:
        return None
    return max(0, min(mentor.years - (mentee.years or 0), 10)) * FULL // 10


def _share(asked: frozenset[str], offered: frozenset[str]) -> int:
    return FULL * len(asked & offered) // len(asked)


CRITERIA = (
    Criterion("topics", topics, common="topics"),
    Criterion("subject", subject, common="subjects"),
    Criterion("interests", interests, common="interests"),
    Criterion("traits", traits, common="traits"),
    Criterion("classes", classes),
    Criterion("distance", distance),
    Criterion("experience", experience),
)
