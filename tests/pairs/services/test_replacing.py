import datetime

import pytest

from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Pair, PairMentee
from pairs.reasons import REPLACED
from pairs.services import replace_mentor
from tests.factories.pairs import MeetingFactory, PairFactory, PairMenteeFactory
from tests.pairs.conftest import TODAY

YESTERDAY = TODAY - datetime.timedelta(days=1)


@pytest.fixture
def pair(programme):
    return MeetingFactory(pair=PairFactory(programme=programme, active=True), held_on=datetime.date(2026, 11, 3)).pair


@pytest.fixture
def facts(curator, pair, mentor):
    """Everything that `replace_mentor` asks for; `mentor` is free and has two places."""
    return {"actor": curator, "pair": pair, "mentor": mentor, "on": TODAY, "note": "наставник переезжает", "told": ["mentee"]}


def test_the_old_pair_ends_the_day_before_and_keeps_its_meetings(facts, pair, mentor):
    mentee = pair.seats.get().mentee

    new = replace_mentor(**facts)

    pair.refresh_from_db()
    assert (pair.state, pair.finished_on, pair.finish_reason, pair.meetings.count()) == (PairState.ENDED, YESTERDAY, REPLACED, 1)
    assert (new.state, new.mentor, new.follows, new.starts_on, new.ends_on) == (PairState.PROPOSED, mentor, pair, TODAY, pair.ends_on)
    periods = PairMentee.objects.filter(mentee=mentee).order_by("started_on").values_list("started_on", "finished_on")
    assert list(periods) == [(pair.starts_on, YESTERDAY), (TODAY, None)]
    assert not new.meetings.exists()


def test_a_double_click_replaces_once(facts):
    assert replace_mentor(**facts) == replace_mentor(**facts)

    assert Pair.objects.count() == 2


def test_a_place_without_a_day_is_removed(facts, pair, group_kind, new_mentee, mentor):
    pair.kind = group_kind
    pair.save()
    late = PairMenteeFactory(pair=pair, mentee=new_mentee(), started_on=TODAY)

    new = replace_mentor(**facts)

    assert not PairMentee.objects.filter(pk=late.pk).exists()
    assert new.seats.count() == 2


def test_a_pair_that_began_that_day_is_refused_whole(facts, pair):
    pair.seats.update(started_on=TODAY)

    with pytest.raises(Refusal) as refusal:
        replace_mentor(**facts)

    assert "11" in refusal.value.sentence
    assert Pair.objects.get().state == PairState.ACTIVE


def assert_nothing_changed(pair):
    pair.refresh_from_db()
    assert (pair.state, pair.finished_on, pair.seats.get().finished_on) == (PairState.ACTIVE, None, None)
    assert Pair.objects.count() == 1


def test_a_mentor_without_places_leaves_the_old_pair_as_it_was(facts, pair, mentor):
    mentor.capacity = 0
    mentor.save()

    with pytest.raises(Refusal):
        replace_mentor(**facts)

    assert_nothing_changed(pair)


def test_a_meeting_after_the_last_day_is_refused(facts, pair):
    MeetingFactory(pair=pair, held_on=TODAY)

    with pytest.raises(Refusal):
        replace_mentor(**facts)

    assert_nothing_changed(pair)


def test_the_same_mentor_is_no_replacement(facts, pair):
    with pytest.raises(Refusal):
        replace_mentor(**facts | {"mentor": pair.mentor})

    assert_nothing_changed(pair)


def test_a_finished_pair_gets_no_mentor(facts, programme):
    with pytest.raises(Refusal):
        replace_mentor(**facts | {"pair": PairFactory(programme=programme, completed=True)})
