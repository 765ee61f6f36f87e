import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.enums import MeetingType, PairState
from pairs.models import Meeting
from pairs.services import log_meeting
from tests.factories.pairs import PairFactory
from tests.factories.participants import PersonFactory

DAY = datetime.date(2026, 11, 9)


@pytest.fixture
def pair(programme, mentor_actor):
    pair = PairFactory(programme=programme, active=True, group=2)
    pair.mentor.person.user = mentor_actor.user
    pair.mentor.person.save()
    return pair


def facts(actor, pair, **changes) -> dict:
    return {"actor": actor, "pair": pair, "form_key": uuid.uuid4(), "type": MeetingType.REGULAR, "held_on": DAY} | changes


def refused(actor, pair, **changes) -> str:
    with pytest.raises(Refusal) as refusal:
        log_meeting(**facts(actor, pair, **changes))
    assert not Meeting.objects.exists()
    return refusal.value.sentence


def test_everybody_attends_unless_said(pair, mentor_actor):
    meeting = log_meeting(**facts(mentor_actor, pair, topic=" Дроби "))

    assert meeting.topic == "Дроби"
    assert set(meeting.attended.all()) == {pair.mentor.person, *pair.mentee_people}
    assert AuditEvent.objects.get(name="meeting.logged").details["minutes"] == 60


def test_roll_call_keeps_who_came(pair, mentor_actor):
    came = pair.mentee_people[0]

    meeting = log_meeting(**facts(mentor_actor, pair, attended=[came]))

    assert set(meeting.attended.all()) == {pair.mentor.person, came}


def test_roll_call_of_nobody_is_refused(pair, mentor_actor):
    refused(mentor_actor, pair, attended=[])


def test_roll_call_of_a_stranger_is_refused(pair, mentor_actor, school):
    refused(mentor_actor, pair, attended=[PersonFactory(school=school)])


def test_a_meeting_that_did_not_take_place_is_kept(pair, mentor_actor):
    meeting = log_meeting(**facts(mentor_actor, pair, took_place=False, attended=[]))

    assert (meeting.took_place, meeting.minutes, meeting.attended.count()) == (False, 0, 0)
    assert AuditEvent.objects.filter(name="meeting.not_held").exists()


def test_the_same_key_saves_once(pair, mentor_actor):
    key = uuid.uuid4()

    first = log_meeting(**facts(mentor_actor, pair, form_key=key))

    assert log_meeting(**facts(mentor_actor, pair, form_key=key)) == first
    assert Meeting.objects.count() == 1
    assert AuditEvent.objects.filter(name="meeting.logged").count() == 1


def test_a_future_meeting_is_refused(pair, mentor_actor):
    refused(mentor_actor, pair, held_on=datetime.date(2026, 11, 11))


def test_a_meeting_before_the_pair_is_refused(pair, mentor_actor):
    refused(mentor_actor, pair, held_on=datetime.date(2026, 9, 1))


@pytest.mark.parametrize("minutes", [0, 481])
def test_an_impossible_length_is_refused(pair, mentor_actor, minutes):
    refused(mentor_actor, pair, minutes=minutes)


@pytest.mark.parametrize("state", [PairState.PROPOSED, PairState.IN_ORDER])
def test_a_pair_without_a_signed_order_has_no_meetings(pair, mentor_actor, state):
    pair.state = state
    pair.save()

    refused(mentor_actor, pair)


def test_a_mentor_cannot_log_for_another_pair(programme, mentor_actor):
    other = PairFactory(programme=programme, active=True)

    with pytest.raises(PermissionDenied):
        log_meeting(**facts(mentor_actor, other))


def test_a_mentee_cannot_log(pair, mentee_actor):
    with pytest.raises(PermissionDenied):
        log_meeting(**facts(mentee_actor, pair))


def test_the_curator_logs_for_any_pair(pair, curator):
    assert log_meeting(**facts(curator, pair)).logged_by == curator
