import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.refusal import Refusal
from pairs.fitting.codes import RuleCode
from pairs.models import MatchingPolicy
from pairs.queries.fitting import fit_of
from pairs.queries.setting import policy_of
from pairs.services import choose_policy
from tests.factories.participants import MenteeRecordFactory
from tests.factories.programmes import RoleModelFactory

LEVELS = {"topics": "must", "distance": "high"}


def test_each_choice_is_a_version_and_the_newest_counts(curator, programme):
    first = choose_policy(actor=curator, programme=programme, levels=LEVELS)
    second = choose_policy(actor=curator, programme=programme, levels=LEVELS | {"topics": "low"})

    assert (first.version, second.version) == (1, 2)
    assert policy_of(programme) == second
    assert MatchingPolicy.objects.get(pk=first.pk).levels == LEVELS


def test_the_same_choice_again_changes_nothing(curator, programme):
    first = choose_policy(actor=curator, programme=programme, levels=LEVELS, rules_off=[RuleCode.LANGUAGE])

    assert choose_policy(actor=curator, programme=programme, levels=LEVELS, rules_off=[RuleCode.LANGUAGE]) == first


def test_what_is_chosen_counts_in_the_judgement(curator, programme, mentor, mentee):
    RoleModelFactory(school=programme.school, form=programme.forms.get())
    mentor.person.class_name = "5А"
    mentor.person.save()
    assert fit_of(programme).refusals

    choose_policy(actor=curator, programme=programme, levels=LEVELS, rules_off=[RuleCode.LOWER_CLASS], first=[mentee])

    fit = fit_of(programme)
    assert (fit.refusals, fit.priority) == ({}, {mentee.pk})


def test_rules_that_protect_people_stay(curator, programme):
    policy = choose_policy(actor=curator, programme=programme, levels=LEVELS, rules_off=[RuleCode.VETO_GUARDIAN, RuleCode.RELATIVE])

    assert policy.rules_off == []


def test_nothing_that_counts_is_refused(curator, programme):
    with pytest.raises(Refusal):
        choose_policy(actor=curator, programme=programme, levels={"topics": "off"})


def test_mentees_of_another_programme_are_refused(curator, programme, school):
    stranger = MenteeRecordFactory(programme__school=school, person__school=school)

    with pytest.raises(Refusal):
        choose_policy(actor=curator, programme=programme, levels=LEVELS, first=[stranger])

    assert not MatchingPolicy.objects.exists()


def test_a_mentor_chooses_no_conditions(mentor_actor, programme):
    with pytest.raises(PermissionDenied):
        choose_policy(actor=mentor_actor, programme=programme, levels=LEVELS)
