from pairs.fitting.codes import RuleCode
from pairs.fitting.facts import Portrait, RoleModelFacts, Setting
from pairs.fitting.fit import Terms
from pairs.fitting.judging import judge
from pairs.fitting.weights import Level
from tests.pairs.fitting.people import PUPILS, mentee, mentor


def test_two_people_whom_nothing_parts_get_a_score_and_terms():
    fit = judge([mentee()], [mentor()], Setting((PUPILS,), {"distance": Level.HIGH}))

    assert (fit.mentees, fit.places, fit.terms) == ((1,), {2: 1}, {(1, 2): Terms(1, 11)})
    assert fit.scores[1, 2].points == 1000
    assert fit.refusals == {}


def test_who_is_out_stands_in_no_pair():
    fit = judge(
        [mentee(out=(RuleCode.NO_CONSENT,))], [mentor(out=(RuleCode.NOT_TRAINED, RuleCode.CAPACITY_ZERO), places=0)], Setting((PUPILS,))
    )

    assert (fit.mentees, fit.places, fit.scores, fit.refusals) == ((), {}, {}, {})
    assert fit.mentees_out == {1: (RuleCode.NO_CONSENT,)}
    assert fit.mentors_out == {2: (RuleCode.NOT_TRAINED, RuleCode.CAPACITY_ZERO)}


def test_every_rule_that_forbids_is_told_in_the_order_of_the_rules():
    fit = judge([mentee(person=5)], [mentor(person=5, level=6)], Setting((PUPILS,)))

    assert fit.refusals == {(1, 2): (RuleCode.SELF, RuleCode.LOWER_CLASS)}
    assert (fit.scores, fit.terms) == ({}, {})


def test_no_form_of_the_programme_admits_the_two():
    fit = judge([mentee()], [mentor(kind="teacher")], Setting((PUPILS,)))

    assert fit.refusals == {(1, 2): (RuleCode.FORM_MISMATCH,)}


def test_the_second_role_model_serves_when_the_first_does_not():
    both = PUPILS._replace(role_models=(RoleModelFacts(11), RoleModelFacts(12, Portrait(equals=True))))

    fit = judge([mentee(level=9)], [mentor(level=7)], Setting((both,)))

    assert fit.terms == {(1, 2): Terms(1, 12)}


def test_priority_mentees_are_named():
    assert judge([mentee(priority=True), mentee(record=3)], [], Setting((PUPILS,))).priority == {1}
