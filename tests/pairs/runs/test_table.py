import json
import random

import pytest

from pairs.fitting.codes import RuleCode
from pairs.matching.goals import DEFAULT_GOALS, Goal
from pairs.runs.alternatives import alternatives, moved, taken
from pairs.runs.figures import blocking, changed_pairs, figures_of, percentile
from pairs.runs.snapshot import Snapshot, digest_of, snapshot_of
from pairs.runs.table import Table, plan_from_json, plan_to_json
from tests.pairs.runs.fits import fit, random_fit

FLOOR = (Goal.PRIORITY, Goal.MATCHED, Goal.FLOOR, Goal.TOTAL)
EVEN = (Goal.PRIORITY, Goal.MATCHED, Goal.LOAD, Goal.TOTAL)
SEEDS = range(12)


def table(given, goals=DEFAULT_GOALS, wishes=None) -> Table:
    kept = json.loads(json.dumps(snapshot_of(given, wishes or {})))
    return Table(Snapshot(kept), digest_of(kept), goals).counted()


def recounted(board: Table, **fields):
    return board.changed(plan=None, **fields).counted().plan


def test_a_snapshot_keeps_the_judgement_as_json():
    given = fit(
        {(1, 100): 800}, {100: 2}, mentees=[2], refusals={(2, 100): (RuleCode.LOWER_CLASS,)}, mentors_out={101: (RuleCode.NO_CHECK,)}
    )

    opened = Snapshot(json.loads(json.dumps(snapshot_of(given, {(1, 100): 1}))))

    assert (opened.places, opened.mentees, opened.criteria) == ({100: 2}, [1, 2], ["subject"])
    assert opened.edges[1, 100].values == (800,)
    assert (opened.refusals, opened.wishes, opened.terms_of(1, 100)) == ({(2, 100): ["LOWER_CLASS"]}, {(1, 100): 1}, (1, 11))


@pytest.mark.parametrize("seed", SEEDS)
def test_counting_the_same_again_gives_the_same_pairs(seed):
    first, again = table(random_fit(seed)), table(random_fit(seed))

    assert (first.inputs_hash, first.plan.hash) == (again.inputs_hash, again.plan.hash)


@pytest.mark.parametrize("goals", [DEFAULT_GOALS, FLOOR, EVEN])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_price_of_a_drop_is_what_a_full_run_with_the_lock_loses(seed, goals):
    board = table(random_fit(seed), goals)
    for pair in board.plan.pairs:
        for one in alternatives(board, int(pair.mentee)):
            again = recounted(board, locked=frozenset({(one.mentee, one.mentor)}))
            after = taken(board, one).plan
            assert after.total == board.plan.total - one.loss
            if goals != FLOOR:  # a full run may lower the floor, the board keeps it
                assert (after.total, len(after.pairs)) == (again.total, len(again.pairs))


@pytest.mark.parametrize("seed", SEEDS)
def test_prices_stay_exact_however_many_pairs_are_locked(seed):
    chance, board = random.Random(seed), table(random_fit(seed))
    for _step in range(6):
        ways = alternatives(board, int(chance.choice(board.plan.pairs).mentee))
        if not ways:
            continue
        one = chance.choice(ways)
        again = recounted(board, locked=taken(board, one).locked)
        board = taken(board, one)
        assert (board.plan.total, len(board.plan.pairs)) == (again.total, len(again.pairs))


def test_an_alternative_tells_who_gives_way_and_who_is_left_alone():
    board = table(fit({(1, 100): 900, (2, 100): 800, (2, 101): 300, (3, 101): 500}, {100: 1, 101: 2}))

    [one] = alternatives(board, 2)

    assert (one.mentor, one.loss, one.others) == (100, 400, 0)
    assert one.left_alone == (1,)


def test_forbidding_keeps_the_other_pairs_where_it_can():
    board = table(fit({(1, 100): 500, (1, 101): 500, (2, 100): 500, (2, 101): 500, (3, 102): 5, (3, 100): 4}, {100: 1, 101: 1, 102: 1}))
    before = board.mentor_of

    after = board.changed(forbidden=frozenset({(3, 102)})).counted().mentor_of

    assert {mentee: after[mentee] for mentee in (1, 2)} == {mentee: before[mentee] for mentee in (1, 2)}
    assert 3 not in after


def test_a_plan_comes_back_from_json():
    board = table(random_fit(3))

    assert plan_from_json(json.loads(json.dumps(plan_to_json(board.plan)))) == board.plan


def test_figures_tell_what_the_plan_is_worth():
    board = table(
        fit({(1, 100): 900, (2, 100): 800, (2, 101): 300}, {100: 1, 101: 2}, mentees=[3]), wishes={(1, 100): 1, (2, 100): 1, (2, 101): 2}
    )

    figures = figures_of(board)

    assert (figures["mentees"], figures["matched"], figures["places"], figures["total"]) == (3, 2, 3, 1200)
    assert (figures["mean"], figures["worst"], figures["low"]) == (600, 300, 300)
    assert (figures["loads"], figures["wishes"], figures["wishers"]) == ([0, 2], [1, 1], 2)


def test_regret_counts_pairs_that_both_sides_would_rather_have():
    board = table(fit({(1, 100): 900, (2, 100): 800, (1, 101): 850, (2, 101): 100}, {100: 1, 101: 1}))

    assert board.mentor_of == {1: 101, 2: 100}
    assert blocking(board.snapshot, board.mentor_of) == [(1, 100)]


def test_changed_pairs_counts_mentees_whose_mentor_differs():
    assert changed_pairs({1: 100, 2: 101}, {1: 100, 3: 101}) == 2


def test_the_percentile_is_one_of_the_scores():
    assert (percentile(list(range(1, 101)), 5), percentile([7], 5), percentile([], 5)) == (5, 7, None)


def test_moving_and_then_reading_gives_the_drop():
    board = table(random_fit(5))
    mentee = int(board.plan.pairs[0].mentee)
    one = alternatives(board, mentee)[0]

    assert moved(board, one)[mentee] == one.mentor
    assert taken(board, one).mentor_of[mentee] == one.mentor
