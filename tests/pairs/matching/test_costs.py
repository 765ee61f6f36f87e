import numpy as np
import pytest

from pairs.matching import assignment, flow
from pairs.matching.components import split
from pairs.matching.costs import TooLarge, encode
from pairs.matching.goals import DEFAULT_GOALS, Goal
from pairs.matching.problem import build_pool, prepare
from tests.pairs.matching.instances import invent


def wide_pool(mentees: int, mentors: int):
    """One edge a mentee, so that it costs nothing to build."""
    numbers = np.arange(mentees, dtype=np.int32)
    return build_pool(
        [str(number) for number in range(mentees)],
        [str(number) for number in range(mentors)],
        mentee=numbers,
        mentor=numbers % mentors,
        score=1 + numbers.astype(np.int64) % 1000,
        places=np.full(mentors, 8),
        current=numbers % 2 == 0,
        priority=numbers % 3 == 0,
    )


@pytest.mark.parametrize("limit", [flow.limit, assignment.limit], ids=["flow", "scipy"])
def test_costs_stay_within_the_numbers_of_the_solver(limit):
    pool = prepare(invent(1, mentees=30, mentors=10)).pool

    costs = encode(pool, tuple(Goal), limit=limit(pool))

    assert max(costs.edge.max(), costs.nobody.max(), costs.step) <= limit(pool)
    assert min(costs.edge.min(), costs.nobody.min(), costs.step) >= 0


def test_largest_pool_fits_with_all_goals():
    pool = wide_pool(100_000, 27_500)

    costs = encode(pool, tuple(Goal), limit=flow.limit(pool))

    assert 0 < costs.nobody.max() <= flow.limit(pool)


def test_what_does_not_fit_is_refused_before_it_overflows():
    pool = wide_pool(100_000, 27_500)

    with pytest.raises(TooLarge, match="100000 mentees and 27500 mentors"):
        encode(pool, tuple(Goal), limit=assignment.limit(pool))


def test_parts_share_nobody_and_lose_no_edge():
    pool = prepare(invent(2, mentees=60, mentors=40, density=0.02)).pool

    parts = list(split(pool))

    mentees = np.concatenate([part.mentees for part in parts])
    mentors = np.concatenate([part.mentors for part in parts])
    assert len(parts) > 5
    assert (len(np.unique(mentees)), len(np.unique(mentors))) == (len(mentees), len(mentors))
    assert sum(part.pool.score.sum() for part in parts) == pool.score.sum()
    assert all((part.pool.mentees, part.pool.mentors) == (len(part.mentees), len(part.mentors)) for part in parts)


def test_a_long_chain_is_one_part():
    numbers = np.arange(40, dtype=np.int32)
    mentee, mentor = np.concatenate([numbers, numbers]), np.concatenate([numbers, numbers + 1])
    score, places = np.full(80, 5), np.ones(41, np.int64)
    pool = build_pool([str(n) for n in range(40)], [str(n) for n in range(41)], mentee=mentee, mentor=mentor, score=score, places=places)

    parts = list(split(pool))

    assert [(part.pool.mentees, part.pool.mentors) for part in parts] == [(40, 41)]
    assert encode(parts[0].pool, DEFAULT_GOALS, limit=flow.limit(pool)).step == 0
