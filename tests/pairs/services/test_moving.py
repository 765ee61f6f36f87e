import datetime

import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.refusal import Refusal
from pairs.enums import OCCUPYING, PairState
from pairs.queries.story import story_of
from pairs.services import activate_pair, put_in_order, release_from_order
from pairs.workflow import PAIR_WORKFLOW
from tests.factories.pairs import PairFactory

DAY = datetime.date(2026, 11, 3)


def test_an_order_takes_a_pair_in_and_out_and_fixes_it(programme, curator, director):
    pair = PairFactory(programme=programme, state=PairState.AGREED)

    put_in_order(actor=curator, pair=pair)
    release_from_order(actor=curator, pair=pair)
    put_in_order(actor=curator, pair=pair)
    activate_pair(actor=director, pair=pair, on=DAY)

    pair.refresh_from_db()
    assert pair.state == PairState.ACTIVE
    assert [step.step for step in pair.transitions.all()] == ["put_in_order", "release", "put_in_order", "activate"]
    assert pair.seats.get().started_on == DAY


def test_a_pair_that_is_not_agreed_enters_no_order(programme, curator):
    pair = PairFactory(programme=programme)

    with pytest.raises(Refusal):
        put_in_order(actor=curator, pair=pair)

    pair.refresh_from_db()
    assert pair.state == PairState.PROPOSED
    assert not pair.transitions.exists()


def test_only_who_signs_orders_makes_a_pair_active(programme, curator):
    pair = PairFactory(programme=programme, state=PairState.IN_ORDER)

    with pytest.raises(PermissionDenied):
        activate_pair(actor=curator, pair=pair, on=DAY)

    pair.refresh_from_db()
    assert pair.state == PairState.IN_ORDER


def test_every_state_but_the_last_ones_holds_its_places():
    assert set(OCCUPYING) == set(PairState) - {PairState.COMPLETED, PairState.ENDED, PairState.WITHDRAWN}


def test_every_step_has_its_words_in_the_story(programme, curator):
    pair = PairFactory(programme=programme)

    for name, step in PAIR_WORKFLOW.steps.items():
        pair.transitions.create(school_id=pair.school_id, step=name, source=step.sources[0], target=step.target, by=curator)

    assert len(story_of(pair)) == 1 + len(PAIR_WORKFLOW.steps)
