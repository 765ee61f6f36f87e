import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied

from accounts.enums import Role
from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.enums import ConcernAbout, ConcernOutcome, ConcernState, PairState
from pairs.models import Concern, ConcernReading
from pairs.queries.concerns import leads_for, own_concerns
from pairs.queries.story import story_of
from pairs.services import (
    activate_pair,
    close_concern,
    hand_over_concern,
    hold_pair,
    log_meeting,
    name_lead,
    note_concern,
    open_record,
    raise_concern,
    release_lead,
    resume_pair,
)
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import PairFactory, SafeguardingLeadFactory, give_guardians

TODAY = datetime.date(2026, 11, 10)
WORDS = "он кричит на меня"


@pytest.fixture
def psychologist(give_role):
    return give_role(Role.PSYCHOLOGIST)


@pytest.fixture
def lead(psychologist):
    SafeguardingLeadFactory(member=psychologist)
    return psychologist


@pytest.fixture
def signal(pair, lead, mentee_actor):
    return {"actor": mentee_actor, "pair": pair, "about": ConcernAbout.MENTOR, "lead": lead, "text": WORDS}


def test_a_signal_about_the_mentor_stops_the_meetings_at_once(signal, pair, mentor_actor):
    concern = raise_concern(**signal)

    pair.refresh_from_db()
    assert (pair.state, concern.notes.get().text) == (PairState.SUSPENDED, WORDS)
    with pytest.raises(Refusal):
        log_meeting(
            actor=mentor_actor,
            pair=pair,
            held_on=TODAY,
            type="regular",
            minutes=45,
            topic="",
            mode="in_person",
            took_place=True,
            form_key=uuid.uuid4(),
        )


def test_a_signal_about_something_else_leaves_the_pair_at_work(signal, pair):
    raise_concern(**signal | {"about": ConcernAbout.OTHER})

    pair.refresh_from_db()
    assert pair.state == PairState.ACTIVE


def test_nothing_in_the_story_and_the_journal_leads_to_the_child(signal, pair, mentee_actor, lead):
    raise_concern(**signal)

    journal = [(event.by_membership, event.subject, event.details) for event in AuditEvent.objects.filter(name__contains="concern")]
    assert {by for by, _subject, _details in journal} == {lead.pk}
    assert WORDS not in str(journal)
    told = str(story_of(pair))
    assert WORDS not in told
    assert str(mentee_actor) not in told


def test_only_the_person_who_received_it_and_the_director_read_it(signal, director, coordinator, curator, mentor_actor, mentee_actor, lead):
    concern = raise_concern(**signal)

    seen = [
        actor
        for actor in (director, coordinator, curator, mentor_actor, mentee_actor, lead)
        if concern in Concern.objects.visible_to(actor)
    ]
    assert seen == [director, lead]


def test_a_director_who_is_the_mentor_neither_receives_nor_reads_it(signal, pair, director):
    pair.mentor.person.user = director.user
    pair.mentor.person.save()

    concern = raise_concern(**signal)

    assert director not in leads_for(pair)
    assert concern not in Concern.objects.visible_to(director)


def test_a_parent_of_the_child_is_not_among_those_who_receive(pair, lead):
    give_guardians(pair)
    guardian = pair.mentee_people[0].guardians.get()
    guardian.user = lead.user
    guardian.save()

    assert lead not in leads_for(pair)


def test_without_a_named_person_the_director_receives(pair, director, curator):
    assert leads_for(pair) == [director]


def test_nobody_of_another_school_receives(pair, lead):
    SafeguardingLeadFactory(member=MembershipFactory(role=Role.PSYCHOLOGIST))

    assert leads_for(pair) == [lead]


def test_a_second_message_joins_the_open_signal(signal):
    concern = raise_concern(**signal)

    assert raise_concern(**signal | {"text": "и вчера тоже"}) == concern
    assert [note.text for note in concern.notes.all()] == [WORDS, "и вчера тоже"]


def test_the_curator_cannot_let_a_held_pair_go_on(signal, pair, curator):
    raise_concern(**signal)

    with pytest.raises(Refusal, match="Ответственный"):
        resume_pair(actor=curator, pair=pair, on=TODAY)


def test_a_pair_that_waits_for_its_order_cannot_start(signal, director, programme, pair):
    pair.state = PairState.IN_ORDER
    pair.save()
    raise_concern(**signal)

    with pytest.raises(Refusal):
        activate_pair(actor=director, pair=pair, on=TODAY)


def test_cleared_the_pair_goes_on(signal, pair, lead):
    concern = raise_concern(**signal)

    close_concern(actor=lead, concern=concern, outcome=ConcernOutcome.CLEARED, text="недоразумение")

    pair.refresh_from_db()
    concern.refresh_from_db()
    assert (pair.state, concern.state) == (PairState.ACTIVE, ConcernState.CLOSED)


def test_another_signal_keeps_the_pair_held(signal, pair, lead, give_role):
    first = raise_concern(**signal)
    raise_concern(**signal | {"actor": give_role(Role.COORDINATOR)})

    close_concern(actor=lead, concern=first, outcome=ConcernOutcome.CLEARED, text="недоразумение")

    pair.refresh_from_db()
    assert pair.state == PairState.SUSPENDED


def test_stopped_for_good_the_pair_stays_held(signal, pair, lead, curator):
    concern = raise_concern(**signal)

    close_concern(actor=lead, concern=concern, outcome=ConcernOutcome.STOPPED, text="подтвердилось")

    with pytest.raises(Refusal):
        resume_pair(actor=curator, pair=pair, on=TODAY)


def test_other_pairs_of_the_mentor_are_held_by_choice(signal, pair, lead):
    other = PairFactory(programme=pair.programme, mentor=pair.mentor, active=True)
    concern = raise_concern(**signal)

    hold_pair(actor=lead, concern=concern, pair=other)

    other.refresh_from_db()
    assert other.state == PairState.SUSPENDED


def test_a_pair_of_another_mentor_cannot_be_held(signal, lead, programme):
    concern = raise_concern(**signal)

    with pytest.raises(PermissionDenied):
        hold_pair(actor=lead, concern=concern, pair=PairFactory(programme=programme, active=True))


def test_handed_over_it_leaves_the_former_person(signal, lead, director):
    concern = raise_concern(**signal)

    hand_over_concern(actor=lead, concern=concern, lead=director)

    assert concern not in Concern.objects.visible_to(lead)
    with pytest.raises(Concern.DoesNotExist):
        note_concern(actor=lead, concern=concern, text="ещё")


def test_a_stranger_of_the_pair_sends_nothing(signal, give_role):
    with pytest.raises(PermissionDenied):
        raise_concern(**signal | {"actor": give_role(Role.MENTOR)})

    assert not Concern.objects.exists()


def test_a_person_who_was_not_offered_receives_nothing(signal, curator):
    with pytest.raises(Refusal):
        raise_concern(**signal | {"lead": curator})

    assert not Concern.objects.exists()


def test_the_child_sees_that_it_was_sent_and_the_mentor_does_not(signal, pair, mentee_actor, mentor_actor):
    concern = raise_concern(**signal)

    assert list(own_concerns(pair, mentee_actor)) == [concern]
    assert list(own_concerns(pair, mentor_actor)) == []


def test_every_reading_leaves_a_trace(signal, lead):
    concern = raise_concern(**signal)

    open_record(actor=lead, concern=concern)

    assert [reading.by for reading in ConcernReading.objects.all()] == [lead]


def test_the_letter_names_nobody(signal, lead, mailoutbox, django_capture_on_commit_callbacks):
    lead.user.email = "psy@example.org"
    lead.user.save()

    with django_capture_on_commit_callbacks(execute=True):
        raise_concern(**signal)

    letter = mailoutbox[0]
    assert letter.to == ["psy@example.org"]
    assert WORDS not in letter.body
    assert str(signal["pair"]) not in letter.body + letter.subject


def test_the_director_names_and_releases(director, psychologist, curator, pair):
    lead = name_lead(actor=director, member=psychologist)
    assert leads_for(pair) == [psychologist, director]
    with pytest.raises(Refusal):
        name_lead(actor=director, member=psychologist)

    release_lead(actor=director, lead=lead)

    assert leads_for(pair) == [director]
    with pytest.raises(PermissionDenied):
        name_lead(actor=curator, member=psychologist)


def test_a_mentor_is_not_named(director, mentor_actor):
    with pytest.raises(Refusal):
        name_lead(actor=director, member=mentor_actor)
