"""A board where mentees come only together and mentors take a group or nobody."""

import json
from collections import Counter

import pytest

from pairs.matching.goals import DEFAULT_GOALS, Goal
from pairs.matching.instance import BadInstance
from pairs.runs import alternatives as module
from pairs.runs.alternatives import alternative, alternatives, taken
from pairs.runs.figures import figures_of
from pairs.runs.snapshot import Bonds, Snapshot, digest_of, snapshot_of
from pairs.runs.table import Table
from tests.pairs.runs.fits import fit, random_fit

EVEN = (Goal.PRIORITY, Goal.MATCHED, Goal.LOAD, Goal.TOTAL)
SEEDS = range(8)


def table(given, bonds, goals=DEFAULT_GOALS) -> Table:
    kept = json.loads(json.dumps(snapshot_of(given, {}, bonds=bonds)))
    return Table(Snapshot(kept), digest_of(kept), goals).counted()


def random_table(seed: int, goals=DEFAULT_GOALS) -> Table:
    given = random_fit(seed)
    return table(given, Bonds(((0, 1), (2, 3)), {mentor: 2 for mentor, places in given.places.items() if places > 1}), goals)


def keeps_bonds(board: Table) -> bool:
    host, bonds = board.mentor_of, board.snapshot.bonds
    loads = Counter(host.values())
    whole = all(len({host.get(mentee) for mentee in group}) == 1 for group in bonds.together)
    return whole and all(load >= bonds.least.get(mentor, 0) for mentor, load in loads.items())


def test_bonds_belong_to_the_inputs():
    given = random_fit(1)

    assert digest_of(snapshot_of(given, {})) != digest_of(snapshot_of(given, {}, bonds=Bonds(((0, 1),), {})))
    assert Snapshot(snapshot_of(given, {})).coupling is None


def test_a_snapshot_from_before_the_bonds_opens():
    kept = snapshot_of(random_fit(1), {})
    del kept["together"], kept["least"]

    assert Snapshot(kept).coupling is None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_keeps_the_bonds_and_is_proven(seed):
    board = random_table(seed)

    assert keeps_bonds(board)
    assert (board.gap, figures_of(board)["gap"]) == (0, 0)


def test_mates_get_one_mentor_although_it_costs_points():
    scores = {(1, 100): 900, (1, 101): 300, (2, 100): 100, (2, 101): 800}

    apart, together = (table(fit(scores, {100: 2, 101: 2}), Bonds(groups, {})) for groups in ((), ((1, 2),)))

    assert apart.mentor_of == {1: 100, 2: 101}
    assert together.mentor_of == {1: 101, 2: 101}


@pytest.mark.parametrize("goals", [DEFAULT_GOALS, EVEN])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_price_is_what_a_full_run_with_the_lock_loses_and_the_drop_keeps_the_bonds(seed, goals):
    board = random_table(seed, goals)
    for mentee in board.snapshot.mentees:
        for one in alternatives(board, mentee):
            again = board.changed(plan=None, locked=frozenset({(mentee, one.mentor)})).counted()
            after = taken(board, one)
            assert one.whole
            assert keeps_bonds(after)
            assert (after.plan.total, len(after.plan.pairs)) == (again.plan.total, len(again.plan.pairs))
            assert after.plan.total == board.plan.total - one.loss
            assert alternative(board, mentee, one.mentor) == one


@pytest.mark.parametrize("seed", SEEDS)
def test_beyond_a_few_mentors_a_price_says_that_it_leaves_the_bonds_aside(seed, monkeypatch):
    board = random_table(seed)
    monkeypatch.setattr(module, "RESOLVED", 1)

    for mentee in board.snapshot.mentees:
        ways = alternatives(board, mentee)
        possible = {mentor for who, mentor in board.snapshot.edges if who == mentee} - {board.mentor_of.get(mentee)}
        rough = {one.mentor for one in ways if not one.whole}
        assert rough <= possible
        assert len(rough) == max(0, len(possible) - 1)


def test_a_pair_that_parts_locked_mates_is_no_alternative():
    board = table(fit({(1, 100): 900, (1, 101): 300, (2, 100): 800, (2, 101): 100}, {100: 2, 101: 2}), Bonds(((1, 2),), {}))
    locked = board.changed(locked=frozenset({(2, 100)}))

    assert [one.mentor for one in alternatives(board, 1)] == [101]
    assert alternatives(locked, 1) == []
    assert alternative(locked, 1, 101) is None


def test_locks_that_part_mates_are_refused():
    board = table(fit({(1, 100): 900, (1, 101): 300, (2, 100): 800, (2, 101): 100}, {100: 2, 101: 2}), Bonds(((1, 2),), {}))

    with pytest.raises(BadInstance):
        board.changed(locked=frozenset({(1, 100), (2, 101)})).counted()
