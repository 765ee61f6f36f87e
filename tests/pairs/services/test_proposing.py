import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.enums import PairState, VetoSide
from pairs.fitting.codes import RuleCode
from pairs.fitting_words import RULES
from pairs.models import Pair, PairMentee
from pairs.services import propose_pair, withdraw_pair
from participants.models import Kinship
from programmes.enums import PersonKind
from tests.factories.pairs import VetoFactory
from tests.factories.participants import ChosenGateFactory, MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import FormFactory, ProgrammeFactory, RoleModelFactory


def refused(terms, **changes) -> str:
    """The sentence of the refusal; nothing may be left behind."""
    with pytest.raises(Refusal) as refusal:
        propose_pair(**(terms | changes))
    assert not Pair.objects.exists()
    assert not PairMentee.objects.exists()
    assert not AuditEvent.objects.filter(name="pair.proposed").exists()
    return refusal.value.sentence


def test_propose_writes_pair_place_and_event(terms, mentee):
    pair = propose_pair(**terms)

    assert pair.state == PairState.PROPOSED
    assert [seat.mentee for seat in pair.seats.all()] == [mentee]
    assert pair.seats.get().finished_on is None
    assert AuditEvent.objects.get(name="pair.proposed").subject == str(pair)


def test_propose_needs_the_permission(terms, mentor_actor):
    with pytest.raises(PermissionDenied):
        propose_pair(**(terms | {"actor": mentor_actor}))

    assert not Pair.objects.exists()


def test_propose_group_of_two(terms, new_mentee, group_kind):
    pair = propose_pair(**(terms | {"mentees": [*terms["mentees"], new_mentee()], "kind": group_kind}))

    assert pair.is_group


def test_several_mentees_need_the_kind_of_a_group(terms, new_mentee):
    refused(terms, mentees=[*terms["mentees"], new_mentee()])


def test_a_group_of_one_is_refused(terms, group_kind):
    refused(terms, kind=group_kind)


def test_no_mentee_is_refused(terms):
    refused(terms, mentees=[])


def test_the_same_mentee_twice_is_one_place(terms, mentee):
    pair = propose_pair(**(terms | {"mentees": [mentee, mentee]}))

    assert pair.seats.count() == 1


def test_missing_consent_is_refused_with_the_name(terms):
    without = MenteeRecordFactory(programme=terms["programme"])

    assert without.person.short_name in refused(terms, mentees=[without])


def test_mentor_without_consents_is_refused(terms):
    without = MentorRecordFactory(programme=terms["programme"])

    assert without.person.short_name in refused(terms, mentor=without)


def test_what_the_programme_asks_for_is_refused_with_the_name(terms):
    ChosenGateFactory(programme=terms["programme"], gate="interview")

    assert terms["mentor"].person.short_name in refused(terms)


def test_mentee_who_is_taken_is_refused_with_the_name(terms, mentee):
    propose_pair(**terms)
    another = MentorRecordFactory(programme=terms["programme"], person__ready=True)

    with pytest.raises(Refusal) as refusal:
        propose_pair(**(terms | {"mentor": another}))

    assert mentee.person.short_name in refusal.value.sentence
    assert Pair.objects.count() == 1


def test_database_has_the_last_word_on_one_open_place(terms, monkeypatch):
    propose_pair(**terms)
    monkeypatch.setattr("pairs.services.rules.check_mentees_are_free", lambda mentees: None)

    with pytest.raises(Refusal):
        propose_pair(**terms)

    assert Pair.objects.count() == 1
    assert AuditEvent.objects.filter(name="pair.proposed").count() == 1


def test_capacity_counts_places_of_all_occupying_pairs(terms, new_mentee, group_kind):
    propose_pair(**terms)

    with pytest.raises(Refusal):
        propose_pair(**(terms | {"mentees": [new_mentee(), new_mentee()], "kind": group_kind}))
    propose_pair(**(terms | {"mentees": [new_mentee()]}))

    with pytest.raises(Refusal) as refusal:
        propose_pair(**(terms | {"mentees": [new_mentee()]}))
    assert terms["mentor"].person.short_name in refusal.value.sentence


def test_withdrawn_pair_frees_mentor_and_mentee(terms, curator):
    terms["mentor"].capacity = 1
    terms["mentor"].save()
    pair = propose_pair(**terms)

    withdraw_pair(actor=curator, pair=pair, note="не подошло время")

    assert propose_pair(**terms).state == PairState.PROPOSED


def test_nobody_mentors_himself(terms, mentor):
    himself = MenteeRecordFactory(programme=terms["programme"], person=mentor.person)

    refused(terms, mentees=[himself])


def test_mentor_of_a_wrong_kind_is_refused(terms):
    teacher = MentorRecordFactory(programme=terms["programme"], person__teacher=True, person__ready=True)

    assert teacher.person.short_name in refused(terms, mentor=teacher)


def test_mentee_of_a_wrong_kind_is_refused(terms, new_mentee):
    student = new_mentee(person__kind=PersonKind.STUDENT)

    assert student.person.short_name in refused(terms, mentees=[student])


def test_role_model_of_another_form_is_refused(terms, school):
    other = FormFactory(school=school, code="teacher_pupil", title="Учитель – ученик")

    refused(terms, role_model=RoleModelFactory(school=school, form=other))


def test_form_outside_the_programme_is_refused(terms, school):
    other = FormFactory(school=school, code="teacher_pupil", title="Учитель – ученик")

    refused(terms, form=other, role_model=RoleModelFactory(school=school, form=other))


def test_person_of_another_programme_is_refused(terms, school):
    stranger = MenteeRecordFactory(programme=ProgrammeFactory(school=school), person__ready=True)

    assert stranger.person.short_name in refused(terms, mentees=[stranger])


def test_mentee_who_left_is_refused(terms, new_mentee):
    gone = new_mentee(left_on=datetime.date(2026, 11, 1))

    assert gone.person.short_name in refused(terms, mentees=[gone])


def test_term_that_runs_backwards_is_refused(terms):
    refused(terms, ends_on=terms["starts_on"])


@pytest.mark.parametrize("side", list(VetoSide))
def test_a_veto_of_any_side_forbids_a_pair_by_hand(terms, curator, mentee, mentor, side):
    veto = VetoFactory(mentee=mentee, mentor=mentor, given_by=curator, side=side)

    sentence = refused(terms)

    assert mentee.person.short_name in sentence
    assert veto.reason not in sentence


def test_relatives_are_no_pair(terms, curator, mentee, mentor):
    one, other = sorted([mentee.person, mentor.person], key=lambda person: person.pk)
    Kinship.objects.create(school=mentee.school, one=one, other=other, recorded_by=curator)

    assert str(RULES[RuleCode.RELATIVE]) in refused(terms)


def test_a_lifted_veto_forbids_nothing(terms, curator, mentee, mentor):
    VetoFactory(mentee=mentee, mentor=mentor, given_by=curator, lifted_on=datetime.date(2026, 11, 1), lifted_by=curator)

    assert propose_pair(**terms).mentor == mentor
