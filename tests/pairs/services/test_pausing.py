import datetime

import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.refusal import Refusal
from pairs.enums import FinishWay, PairState
from pairs.services import complete_pair, log_meeting, reopen_pair, resume_pair, suspend_pair
from participants.services import withdraw_consent
from tests.factories.pairs import MeetingFactory, PairFactory

DAY = datetime.date(2026, 11, 3)
LATER = datetime.date(2026, 11, 9)


@pytest.fixture
def pair(programme):
    return PairFactory(programme=programme, active=True)


@pytest.fixture
def finished(pair, curator):
    complete_pair(actor=curator, pair=pair, on=DAY)
    return pair


def test_a_pause_keeps_the_places_and_stops_the_meetings(pair, curator):
    suspend_pair(actor=curator, pair=pair, on=DAY, note="наставник болеет")

    assert pair.seats.get().finished_on is None
    with pytest.raises(Refusal):
        log_meeting(actor=curator, pair=pair, form_key="0" * 32, type="regular", held_on=LATER)

    resume_pair(actor=curator, pair=pair, on=LATER)

    assert pair.state == PairState.ACTIVE
    assert [(step.step, step.on) for step in pair.transitions.all()] == [("suspend", DAY), ("resume", LATER)]


@pytest.mark.parametrize("on", [datetime.date(2026, 11, 11), datetime.date(2026, 9, 30)])
def test_a_pause_starts_within_the_work_of_the_pair(pair, curator, on):
    with pytest.raises(Refusal):
        suspend_pair(actor=curator, pair=pair, on=on, note="болезнь")

    assert not pair.transitions.exists()


def test_a_pause_before_a_meeting_is_refused(pair, curator):
    MeetingFactory(pair=pair, held_on=LATER)

    with pytest.raises(Refusal):
        suspend_pair(actor=curator, pair=pair, on=DAY, note="болезнь")


def test_a_pause_does_not_end_before_it_began(pair, curator):
    suspend_pair(actor=curator, pair=pair, on=LATER, note="болезнь")

    with pytest.raises(Refusal):
        resume_pair(actor=curator, pair=pair, on=DAY)


def test_a_finished_pair_opens_again_with_its_mentees(finished, director):
    reopen_pair(actor=director, pair=finished, on=LATER, note="закрыли по ошибке")

    finished.refresh_from_db()
    assert (finished.state, finished.finished_on, finished.finish_way) == (PairState.ACTIVE, None, "")
    assert finished.seats.get().finished_on is None
    assert finished.transitions.last().on == LATER


def test_a_pair_whose_mentee_has_another_one_stays_closed(finished, director, programme):
    PairFactory(programme=programme, group=0, mentees=[finished.seats.get().mentee])

    with pytest.raises(Refusal):
        reopen_pair(actor=director, pair=finished, on=LATER, note="закрыли по ошибке")

    finished.refresh_from_db()
    assert (finished.state, finished.finish_way) == (PairState.COMPLETED, FinishWay.PLAN)
    assert finished.seats.get().finished_on == DAY


def test_a_pair_without_consents_stays_closed(finished, director, curator):
    consent = finished.mentee_people[0].consents.first()
    withdraw_consent(actor=curator, consent=consent, withdrawn_on=LATER)

    with pytest.raises(Refusal):
        reopen_pair(actor=director, pair=finished, on=LATER, note="закрыли по ошибке")


def test_a_curator_does_not_open_a_pair_again(finished, curator):
    with pytest.raises(PermissionDenied):
        reopen_pair(actor=curator, pair=finished, on=LATER, note="закрыли по ошибке")


def test_opening_again_needs_a_reason(finished, director):
    with pytest.raises(Refusal):
        reopen_pair(actor=director, pair=finished, on=LATER, note=" ")

    finished.refresh_from_db()
    assert finished.state == PairState.COMPLETED
