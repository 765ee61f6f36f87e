"""From the conditions of a programme to a board that keeps them."""

import pytest

from mentoring.common.refusal import Refusal
from pairs.queries.tables import open_table
from pairs.services import choose_policy
from pairs.services.runs import start_runs, take_board_step
from pairs.services.runs.recounting import recounted


@pytest.fixture
def mates(crowd):
    """Two mentees whom only the mentor with two places can take together."""
    return crowd[1][:2]


@pytest.fixture
def coupled(curator, programme, crowd, mates):
    choose_policy(actor=curator, programme=programme, levels={"topics": "high"}, together=[mates], least=[(crowd[0][0], 2)])
    [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])
    return run


def test_a_run_keeps_the_conditions_in_its_inputs_and_on_its_board(coupled, crowd, mates):
    table, mentor = open_table(coupled), crowd[0][0]

    assert coupled.inputs["together"] == [[mate.pk for mate in mates]]
    assert coupled.inputs["least"] == [[mentor.pk, 2]]
    assert {table.mentor_of[mate.pk] for mate in mates} == {mentor.pk}
    assert len(table.plan.pairs) == 4


def test_a_move_that_would_part_mates_is_a_sentence(curator, coupled, crowd, mates):
    with pytest.raises(Refusal, match="не оставляют ни одного плана"):
        take_board_step(actor=curator, run=coupled, version=0, kind="move", mentee=mates[0].pk, mentor=crowd[0][1].pk)


def test_forbidding_a_pair_of_mates_parts_nobody(curator, coupled, crowd, mates):
    take_board_step(actor=curator, run=coupled, version=0, kind="forbid", mentee=mates[0].pk, mentor=crowd[0][0].pk)

    coupled.refresh_from_db()
    assert {mate.pk for mate in mates} <= set(coupled.plan["alone"])


def test_locks_against_the_conditions_are_a_sentence(coupled, crowd, mates):
    table = open_table(coupled)
    locked = frozenset({(mates[0].pk, crowd[0][0].pk), (mates[1].pk, crowd[0][1].pk)})

    with pytest.raises(Refusal, match="Закрепления противоречат условиям"):
        recounted(table.changed(locked=locked))
