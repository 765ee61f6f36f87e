import datetime

import pytest

from pairs.fitting.codes import RuleCode
from pairs.fitting_words import RULES
from pairs.models import Pair
from pairs.queries.facts import class_level
from pairs.queries.warnings import warnings_of
from tests.factories.pairs import PairFactory
from tests.factories.programmes import FormFactory, RoleModelFactory


@pytest.mark.parametrize("name, level", [("7Б", 7), ("10 «А»", 10), (" 5", 5), ("группа ИС-21", None), ("", None)])
def test_class_level(name, level):
    assert class_level(name) == level


def pair_of_classes(programme, mentor, mentee, **kwargs):
    pair = PairFactory(programme=programme, **kwargs)
    pair.mentor.person.class_name = mentor
    pair.mentor.person.save()
    person = pair.mentee_people[0]
    person.class_name = mentee
    person.save()
    return pair


def test_a_mentor_of_a_lower_class_is_warned_of(programme):
    pair = pair_of_classes(programme, "5А", "9Б")

    assert [pair.mentor.person.short_name in sentence for sentence in warnings_of(pair)] == [True]


@pytest.mark.parametrize("mentor, mentee", [("9А", "7Б"), ("9А", "9Б"), ("", "9Б")])
def test_other_classes_are_quiet(programme, mentor, mentee):
    assert warnings_of(pair_of_classes(programme, mentor, mentee)) == []


def test_equals_may_be_of_any_class(programme, school):
    role_model = RoleModelFactory(school=school, code="peer_peer", title="Равный – равному")

    assert warnings_of(pair_of_classes(programme, "5А", "9Б", role_model=role_model, form=role_model.form)) == []


def test_a_term_beyond_the_programme_is_warned_of(programme):
    pair = PairFactory(programme=programme, ends_on=datetime.date(2027, 10, 1))

    assert len(warnings_of(pair)) == 1


def test_what_the_role_model_asks_for_and_the_pair_lacks_is_warned_of(programme, school):
    form = FormFactory(school=school, code="teacher_teacher")
    role_model = RoleModelFactory(school=school, form=form, code="subject_expert_beginner")
    pair = PairFactory(programme=programme, form=form, role_model=role_model)
    for person, subject in ((pair.mentor.person, "физика"), (pair.mentee_people[0], "химия")):
        person.subject = subject
        person.save()

    assert [str(RULES[RuleCode.SUBJECT]) in sentence for sentence in warnings_of(Pair.objects.with_names().get(pk=pair.pk))] == [True]
