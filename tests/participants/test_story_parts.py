import datetime

import pytest
from django.utils import translation

from accounts.enums import Role
from mentoring.common.clock import today
from participants.models import Attendance
from participants.services import withdraw_consent
from participants.story_parts import bases, consents, readiness
from tests.factories.participants import (
    ConsentFactory,
    EntryAnswersFactory,
    GateMarkFactory,
    MenteeRecordFactory,
    MentorRecordFactory,
    TrainingSessionFactory,
)

REMARK = "боится темноты"


@pytest.fixture(autouse=True)
def english():
    """The words as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def person(school, curator):
    """In both bases, with a withdrawn consent, a lesson, an interview with a remark and a questionnaire."""
    mentor = MentorRecordFactory(programme__school=school)
    person, programme = mentor.person, mentor.programme
    MenteeRecordFactory(programme=programme, person=person, left_on=datetime.date(2026, 11, 1))
    withdraw_consent(actor=curator, consent=ConsentFactory(person=person), withdrawn_on=today())
    session = TrainingSessionFactory(programme=programme)
    Attendance.objects.create(school=school, session=session, person=person)
    GateMarkFactory(programme=programme, person=person, gate="interview", note=REMARK)
    GateMarkFactory(programme=programme, person=person, gate="screening", passed=False)
    EntryAnswersFactory(programme=programme, person=person)
    return person


def told(part, person, actor) -> list[str]:
    return [event.sentence for event in part(person, actor)]


def test_the_curator_reads_what_this_room_knows(person, curator):
    assert len(told(bases, person, curator)) == 3
    assert [sentence.split(":")[0] for sentence in told(consents, person, curator)] == ["Consent given", "Consent withdrawn"]
    assert sorted(sentence.split(":")[0] for sentence in told(readiness, person, curator)) == [
        "Not passed",
        "Passed",
        "Questionnaire of entry came in",
        "School of mentors",
    ]
    assert REMARK in [event.note for event in readiness(person, curator)]


def test_a_remark_of_an_interview_is_not_for_the_director(person, director):
    assert "Passed: interview" in told(readiness, person, director)
    assert REMARK not in [event.note for event in readiness(person, director)]


def test_the_person_reads_the_own_lessons_and_no_marks_of_the_staff(person, give_role):
    own = give_role(Role.MENTOR)
    person.user = own.user
    person.save()

    own_story = sorted(sentence.split(":")[0] for sentence in told(readiness, person, own))
    assert own_story == ["Questionnaire of entry came in", "School of mentors"]
