import datetime

import pytest
from django.utils import translation

from accounts.enums import Role
from pairs.enums import AmendmentState
from pairs.story_parts import agreements, meetings, pairs
from tests.factories.pairs import AgreementFactory, AmendmentFactory, MeetingFactory, PairFactory, PairRequestFactory

WORRY = "мы не понимаем друг друга"


@pytest.fixture(autouse=True)
def english():
    """The words as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def pair(programme, curator, mentee_actor):
    """A group of two with every kind of row; its first mentee has asked for another mentor."""
    pair = PairFactory(programme=programme, active=True, group=2)
    for step, target in (("agree", "agreed"), ("activate", "active"), ("hold", "suspended")):
        pair.transitions.create(school_id=pair.school_id, step=step, source="proposed", target=target, by=curator, note="тихо")
    MeetingFactory(pair=pair, topic="дроби")
    MeetingFactory(pair=pair, took_place=False)
    AgreementFactory(pair=pair, person=pair.mentee_people[0])
    AmendmentFactory(pair=pair, state=AmendmentState.APPLIED, settled_on=datetime.date(2026, 11, 10))
    PairRequestFactory(pair=pair, asked_by=mentee_actor, note=WORRY)
    return pair


@pytest.fixture
def mentee(pair, mentee_actor):
    person = pair.mentee_people[0]
    person.user = mentee_actor.user
    person.save()
    return person


def told(part, person, actor) -> list[str]:
    return [event.sentence for event in part(person, actor)]


def test_the_curator_reads_steps_meetings_agreements_changes_and_requests(pair, mentee, curator):
    assert told(pairs, mentee, curator) == [
        f"Pair proposed: {pair}",
        "All sides have agreed",
        "The order is signed, the pair is active",
        "The school holds the pair",
    ]
    assert sorted(told(meetings, mentee, curator)) == ["A meeting did not take place", "Meeting: regular"]
    assert [sentence.split(":")[0] for sentence in told(agreements, mentee, curator)] == [
        "Agreement to the pair, given by",
        "Request",
        "New terms are in force",
    ]


def test_the_mentee_reads_no_step_of_the_staff_and_no_name_of_another_child(pair, mentee, mentee_actor):
    events = list(pairs(mentee, mentee_actor))

    assert [event.sentence for event in events] == [
        f"Pair proposed, mentor: {pair.mentor.person.short_name}",
        "The order is signed, the pair is active",
    ]
    assert {event.note for event in events} == {""}
    assert WORRY in [event.note for event in agreements(mentee, mentee_actor)]


def test_the_mentor_does_not_read_what_the_mentee_has_asked_for(pair, mentee, give_role):
    mentor = give_role(Role.MENTOR)
    person = pair.mentor.person
    person.user = mentor.user
    person.save()

    assert told(pairs, person, mentor)[0] == f"Pair proposed: {pair}"
    assert WORRY not in [event.note for event in agreements(person, mentor)]


def test_a_role_without_pairs_reads_none(pair, mentee, give_role):
    for role in (Role.CLASS_TEACHER, Role.OBSERVER, Role.ADMINISTRATOR):
        actor = give_role(role)
        assert told(pairs, mentee, actor) + told(meetings, mentee, actor) == []


@pytest.mark.parametrize("rows", [1, 30])
def test_the_parts_cost_the_same_for_few_and_for_many_rows(programme, curator, mentee_actor, rows, django_assert_num_queries):
    pair = PairFactory(programme=programme, active=True)
    person = pair.mentee_people[0]
    for number in range(rows):
        MeetingFactory(pair=pair)
        AmendmentFactory(pair=pair, state=AmendmentState.APPLIED, settled_on=datetime.date(2026, 11, 10))
        pair.transitions.create(school_id=pair.school_id, step="suspend", source="active", target="suspended", by=curator, note=str(number))

    with django_assert_num_queries(8):
        assert len([*pairs(person, curator), *meetings(person, curator), *agreements(person, curator)]) == 1 + 3 * rows
