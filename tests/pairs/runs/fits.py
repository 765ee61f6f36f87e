"""Judgements made by hand."""

import random

from pairs.fitting.fit import Fit, Part, Score, Terms


def score(points: int) -> Score:
    return Score(points, 100, (Part("subject", points, 5),))


def fit(scores: dict, places: dict[int, int], **fields) -> Fit:
    """`scores` are {(mentee, mentor): points}; every mentor of `places` is there."""
    mentees = tuple(sorted({mentee for mentee, _mentor in scores} | set(fields.pop("mentees", ()))))
    facts = {"refusals": {}, "mentees_out": {}, "mentors_out": {}, "priority": frozenset()} | fields
    return Fit(
        places=places,
        mentees=mentees,
        scores={two: score(points) for two, points in scores.items()},
        terms=dict.fromkeys(scores, Terms(1, 11)),
        **facts,
    )


def random_fit(seed: int, mentees: int = 7, mentors: int = 4) -> Fit:
    chance = random.Random(seed)
    scores = {
        (mentee, 100 + mentor): chance.randint(1, 1000) for mentee in range(mentees) for mentor in range(mentors) if chance.random() < 0.7
    }
    return fit(scores, {100 + mentor: chance.randint(1, 3) for mentor in range(mentors)}, mentees=range(mentees))
