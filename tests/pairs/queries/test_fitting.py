import datetime

import pytest

from pairs.enums import PairState
from pairs.fitting.codes import RuleCode
from pairs.models import MatchingPolicy
from pairs.queries.facts import stems_of, wished_levels
from pairs.queries.fitting import fit_of
from pairs.rule_words import sentences_of
from participants.enums import Gate
from participants.models import Kinship, MentorRecord, Topic
from programmes.enums import PersonKind
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import PairFactory, VetoFactory, WishSheetFactory
from tests.factories.participants import ChosenGateFactory, GuardianFactory, MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import FormFactory, RoleModelFactory

TODAY = datetime.date(2026, 11, 10)


@pytest.fixture
def form(programme):
    form = FormFactory(school=programme.school)
    RoleModelFactory(school=programme.school, form=form)
    programme.forms.add(form)
    return form


def test_people_who_are_ready_are_scored(programme, form, mentor, mentee):
    fit = fit_of(programme)

    assert (fit.mentees, fit.places) == ((mentee.pk,), {mentor.pk: 2})
    assert fit.scores[mentee.pk, mentor.pk].points > 0


def test_places_and_mentees_of_pairs_are_taken_off(programme, form, mentor, mentee, new_mentee):
    PairFactory(programme=programme, mentor=mentor, group=0, mentees=[mentee], state=PairState.IN_ORDER)
    waits = new_mentee()

    fit = fit_of(programme)

    assert (fit.mentees, fit.places) == ((waits.pk,), {mentor.pk: 1})


def test_who_lacks_something_is_out_with_the_reasons(programme, form, mentor):
    ChosenGateFactory(programme=programme, gate=Gate.TRAINING)
    PairFactory(programme=programme, mentor=mentor, group=2)
    mentee = MenteeRecordFactory(programme=programme)

    fit = fit_of(programme)

    assert fit.mentees_out == {mentee.pk: (RuleCode.NO_CONSENT,)}
    assert fit.mentors_out == {mentor.pk: (RuleCode.NOT_TRAINED, RuleCode.CAPACITY_ZERO)}


def test_every_condition_that_is_not_met_puts_a_mentor_out(programme, form, mentor):
    mentor.person.kind = PersonKind.EMPLOYER
    mentor.person.save(update_fields=["kind"])
    for gate in Gate:
        ChosenGateFactory(programme=programme, gate=gate)

    codes = fit_of(programme).mentors_out[mentor.pk]

    assert len(codes) == len(Gate)
    assert len(set(sentences_of(codes))) == len(Gate)


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_queries_does_not_grow(programme, form, people, django_assert_num_queries):
    for _number in range(people):
        MentorRecordFactory(programme=programme, person__ready=True)
        MenteeRecordFactory(programme=programme, person__ready=True)

    with django_assert_num_queries(16):
        fit = fit_of(programme)

    assert len(fit.scores) == people**2


def test_a_veto_in_force_forbids_and_a_lifted_one_does_not(programme, form, mentor, new_mentee, curator):
    refused, free = new_mentee(), new_mentee()
    VetoFactory(mentee=refused, mentor=mentor, given_by=curator)
    VetoFactory(mentee=free, mentor=mentor, given_by=curator, lifted_on=TODAY, lifted_by=curator)

    assert fit_of(programme).refusals == {(refused.pk, mentor.pk): (RuleCode.VETO_GUARDIAN,)}


def test_kin_and_guardians_are_relatives(programme, form, mentor, new_mentee, curator):
    sister, ward = new_mentee(), new_mentee()
    one, other = sorted([sister.person, mentor.person], key=lambda person: person.pk)
    Kinship.objects.create(school=programme.school, one=one, other=other, recorded_by=curator)
    mentor.person.user = MembershipFactory(school=programme.school).user
    mentor.person.save()
    GuardianFactory(person=ward.person, user=mentor.person.user)

    assert set(fit_of(programme).refusals.values()) == {(RuleCode.RELATIVE,)}
    assert set(fit_of(programme).refusals) == {(sister.pk, mentor.pk), (ward.pk, mentor.pk)}


@pytest.mark.parametrize("reason, banned", [("not_suited", True), ("goal_reached_early", False)])
def test_a_pair_that_broke_is_not_tried_again_and_its_mentee_comes_first(programme, form, mentor, mentee, reason, banned):
    pair = PairFactory(programme=programme, mentor=mentor, group=0, mentees=[mentee], state=PairState.ENDED, finish_reason=reason)
    pair.seats.update(finished_on=TODAY)

    fit = fit_of(programme)

    assert fit.refusals == ({(mentee.pk, mentor.pk): (RuleCode.PAST_PAIR_BANNED,)} if banned else {})
    assert fit.priority == {mentee.pk}


def test_the_own_class_is_led_by_membership_or_by_the_card(programme, form, mentor, mentee):
    mentor.person.class_led = mentee.person.class_name
    mentor.person.save()

    assert fit_of(programme).refusals == {(mentee.pk, mentor.pk): (RuleCode.SAME_CLASS_TEACHER,)}


def test_wishes_are_a_part_of_the_score(programme, form, mentor, mentee):
    WishSheetFactory(mentee=mentee, mentors=[mentor])

    assert fit_of(programme).scores[mentee.pk, mentor.pk].parts[-1].value == 833


def test_topics_of_both_sides_are_compared(programme, form, mentor, mentee):
    topics = [Topic.objects.create(school=programme.school, group="subject", title=title) for title in ("Алгебра", "Химия")]
    mentee.topics.set(topics)
    mentor.topics.set(topics[:1])

    part = fit_of(programme).scores[mentee.pk, mentor.pk].parts[0]

    assert (part.criterion, part.value, part.note) == ("topics", 500, "Алгебра")


def test_the_newest_policy_counts_unless_others_are_tried(programme, form, mentor, mentee, curator):
    for version, level in enumerate(["off", "high"], 1):
        MatchingPolicy.objects.create(
            programme=programme, school=programme.school, version=version, levels={"distance": level}, chosen_by=curator
        )

    own, tried = fit_of(programme), fit_of(programme, {"experience": "high", "interests": "low"})

    assert [part.criterion for part in own.scores[mentee.pk, mentor.pk].parts] == ["distance"]
    assert [part.criterion for part in tried.scores[mentee.pk, mentor.pk].parts] == ["interests"]


def test_the_second_role_model_is_taken_when_the_policy_prefers_it(programme, form, mentor, mentee, curator):
    equals = RoleModelFactory(school=programme.school, form=form, code="peer_peer")
    MatchingPolicy.objects.create(programme=programme, school=programme.school, version=1, role_models=[equals.pk], chosen_by=curator)

    assert fit_of(programme).terms == {(mentee.pk, mentor.pk): (form.pk, equals.pk)}


@pytest.mark.parametrize(
    "wish, levels",
    [
        ({}, None),
        ({"class_from": 5, "class_to": 7}, (5, 7)),
        ({"class_from": 8}, (8, 11)),
        ({"age_from": 11, "age_to": 13}, (4, 7)),
        ({"age_to": 10}, (1, 4)),
        ({"class_from": 9, "class_to": 5}, None),
    ],
)
def test_wished_classes_or_ages_become_years_of_study(wish, levels):
    assert wished_levels(MentorRecord(**wish)) == levels


def test_stems_leave_out_words_that_say_nothing():
    assert stems_of("Подтянуть математику, помочь с физикой") == {"матем", "физик"}
