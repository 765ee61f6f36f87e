import random
from dataclasses import replace

import pytest

from pairs.fitting.criteria import CRITERIA
from pairs.fitting.facts import Setting, Wishes
from pairs.fitting.fit import Part
from pairs.fitting.scoring import score, total
from pairs.fitting.weights import Level
from tests.pairs.fitting.people import PUPILS, mentee, mentor

ALL = {criterion.code: Level.MEDIUM for criterion in CRITERIA}
WORDS = [frozenset(random.Random(seed).sample(["а", "б", "в", "г", "д"], 2)) for seed in range(6)] + [frozenset()]


def test_a_score_is_the_mean_by_weight_and_names_its_parts():
    asking, offering = mentee(topics=frozenset({"алгебра", "химия"})), mentor(topics=frozenset({"химия"}))

    found = score(asking, offering, Setting((PUPILS,), {"topics": Level.HIGH, "distance": Level.LOW, "interests": Level.OFF}))

    assert found.points == round((500 * 20 + 1000 * 4) / 24)
    assert (found.confidence, found.parts) == (100, (Part("topics", 500, 20, "химия"), Part("distance", 1000, 4)))


def test_a_missing_answer_lowers_the_confidence_and_not_the_points():
    found = score(mentee(), mentor(), Setting((PUPILS,), {"interests": Level.HIGH, "distance": Level.LOW}))

    assert (found.points, found.confidence) == (1000, round(100 * 4 / 24))
    assert found.parts[0] == Part("interests", None, 20)


def test_nothing_known_is_neither_good_nor_bad():
    found = score(mentee(level=None), mentor(), Setting((PUPILS,), {"distance": Level.HIGH}))

    assert (found.points, found.confidence) == (500, 0)


def test_the_worst_pair_still_has_a_point():
    assert total([Part("topics", 0, 20)]).points == 1


@pytest.mark.parametrize(
    "rank, gladly, share", [(1, True, 1000), (1, None, 833), (None, None, 166), (None, False, 0), (2, True, 900), (9, False, 266)]
)
def test_wishes_are_a_fifth_of_the_score(rank, gladly, share):
    wishes = Wishes(True, {(1, 2): rank} if rank else {}, {} if gladly is None else {(1, 2): gladly})

    found = score(mentee(), mentor(level=7), Setting((PUPILS,), {"distance": Level.HIGH}, wishes=wishes))

    assert found.parts[-1] == Part("wishes", share, 5)
    assert found.points == round(600 * 0.8 + share * 0.2)


def test_wishes_move_a_score_by_no_more_than_a_fifth():
    settings = [Wishes(True, {(1, 2): 1}, {(1, 2): True}), Wishes(True, {}, {(1, 2): False})]

    best, worst = (score(mentee(), mentor(), Setting((PUPILS,), ALL, wishes=wishes)).points for wishes in settings)

    assert best - worst == 200


def somebody(chance):
    facts = {name: chance.choice(WORDS) for name in ("topics", "interests", "traits", "words", "subjects")}
    return facts | {"level": chance.choice([None, *range(1, 12)]), "years": chance.choice([None, 0, 4, 30])}


@pytest.mark.parametrize("seed", range(200))
def test_any_two_people_score_between_1_and_1000(seed):
    chance = random.Random(seed)
    kind = chance.choice(["pupil", "teacher"])
    asking = mentee(**somebody(chance), kind=kind)
    offering = mentor(**somebody(chance), kind=kind, wished_levels=chance.choice([None, (5, 7)]))
    wishes = Wishes(chance.random() < 0.5, {(1, 2): chance.randint(1, 9)}, {(1, 2): chance.random() < 0.5})

    found = score(asking, offering, Setting((PUPILS,), {code: chance.choice(list(Level)) for code in ALL}, wishes=wishes))

    assert 1 <= found.points <= 1000
    assert 0 <= found.confidence <= 100


@pytest.mark.parametrize("seed", range(100))
def test_two_mentors_who_lack_the_same_answer_keep_their_order(seed):
    chance = random.Random(seed)
    levels = {code: chance.choice([Level.HIGH, Level.MEDIUM, Level.LOW]) for code in ALL}
    asking = mentee(topics=frozenset("абв"), interests=frozenset("вг"), traits=frozenset("ад"))
    one, other = (mentor(topics=chance.choice(WORDS[:6]), interests=chance.choice(WORDS[:6]), level=chance.choice([7, 8, 9])) for _ in "12")

    alike = [replace(who, traits=frozenset("а")) for who in (one, other)]
    whole = [score(asking, who, Setting((PUPILS,), levels)).points for who in alike]
    lacking = [score(asking, who, Setting((PUPILS,), levels)).points for who in (one, other)]

    assert (whole[0] > whole[1]) <= (lacking[0] >= lacking[1])
    assert (whole[0] < whole[1]) <= (lacking[0] <= lacking[1])
