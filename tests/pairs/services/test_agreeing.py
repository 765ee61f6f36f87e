import datetime

import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.refusal import Refusal
from pairs.enums import PairState, Side
from pairs.models import Agreement
from pairs.services import record_agreement, record_all_agreements
from tests.factories.pairs import PairFactory, give_guardians
from tests.factories.participants import GuardianFactory, PersonFactory

DAY = datetime.date(2026, 11, 3)


@pytest.fixture
def pair(programme):
    pair = PairFactory(programme=programme)
    give_guardians(pair)
    return pair


def test_the_last_agreement_moves_the_pair_on(pair, curator):
    record_agreement(actor=curator, pair=pair, person=pair.mentor.person, given_on=DAY)
    assert pair.state == PairState.PROPOSED

    record_agreement(actor=curator, pair=pair, person=pair.mentee_people[0], given_on=DAY)

    assert pair.state == PairState.AGREED
    assert [step.step for step in pair.transitions.all()] == ["agree"]


def test_a_guardian_agrees_for_a_minor(pair, curator):
    person = pair.mentee_people[0]

    agreement = record_agreement(actor=curator, pair=pair, person=person, given_on=DAY)

    assert agreement.given_by == person.guardians.get().full_name
    assert agreement.side == Side.MENTEE


def test_an_adult_agrees_alone(pair, curator):
    adult = pair.mentor.person
    adult.birth_date = datetime.date(1980, 1, 1)
    adult.save()

    assert record_agreement(actor=curator, pair=pair, person=adult, given_on=DAY).given_by == adult.full_name


def test_a_minor_without_guardian_is_refused(programme, curator):
    pair = PairFactory(programme=programme)

    with pytest.raises(Refusal) as refusal:
        record_agreement(actor=curator, pair=pair, person=pair.mentee_people[0], given_on=DAY)

    assert pair.mentee_people[0].short_name in refusal.value.sentence
    assert not Agreement.objects.exists()


def test_a_stranger_cannot_agree_for_a_minor(pair, curator):
    with pytest.raises(Refusal):
        record_agreement(actor=curator, pair=pair, person=pair.mentee_people[0], given_on=DAY, given_by="Чужой Пётр")

    assert not Agreement.objects.exists()


def test_a_person_outside_the_pair_is_refused(pair, curator, school):
    stranger = GuardianFactory(person=PersonFactory(school=school)).person

    with pytest.raises(Refusal):
        record_agreement(actor=curator, pair=pair, person=stranger, given_on=DAY)

    assert not Agreement.objects.exists()


def test_the_same_agreement_twice_is_one(pair, curator):
    first = record_agreement(actor=curator, pair=pair, person=pair.mentor.person, given_on=DAY)

    assert record_agreement(actor=curator, pair=pair, person=pair.mentor.person, given_on=DAY) == first
    assert Agreement.objects.count() == 1


def test_a_future_agreement_is_refused(pair, curator):
    with pytest.raises(Refusal):
        record_agreement(actor=curator, pair=pair, person=pair.mentor.person, given_on=datetime.date(2026, 12, 1))


def test_everybody_at_once_is_all_or_nothing(programme, curator):
    pair = PairFactory(programme=programme, group=2)
    GuardianFactory(person=pair.mentor.person)

    with pytest.raises(Refusal):
        record_all_agreements(actor=curator, pair=pair, given_on=DAY)
    assert not Agreement.objects.exists()

    for person in pair.mentee_people:
        GuardianFactory(person=person)
    assert record_all_agreements(actor=curator, pair=pair, given_on=DAY) == 3
    assert pair.state == PairState.AGREED


def test_agreements_need_the_permission(pair, mentor_actor):
    with pytest.raises(PermissionDenied):
        record_agreement(actor=mentor_actor, pair=pair, person=pair.mentor.person, given_on=DAY)
