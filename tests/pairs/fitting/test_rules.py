import pytest

from pairs.fitting.codes import VETOES, RuleCode
from pairs.fitting.criteria import CRITERIA
from pairs.fitting.facts import Portrait, RoleModelFacts, Setting
from pairs.fitting.judging import judge_of
from pairs.fitting.rules import RULES
from pairs.fitting.weights import Level
from tests.pairs.fitting.people import PUPILS, TEACHERS, mentee, mentor

FORMS = (PUPILS, TEACHERS)
TEACHER = {"kind": "teacher", "level": None, "class_name": ""}
METHOD = TEACHERS._replace(role_models=(RoleModelFacts(22, Portrait(same_subject=True, mentor_years=5)),))


def codes(asking, offering, forms=FORMS, **setting) -> tuple:
    return judge_of(Setting(forms, **setting))(asking, offering)[1]


def test_people_whom_nothing_parts_are_not_forbidden():
    assert codes(mentee(), mentor()) == ()


@pytest.mark.parametrize(
    "asking, offering, code",
    [
        ({}, {"person": 1}, RuleCode.SELF),
        ({}, {"kind": "teacher", "leads": frozenset({"7Б"})}, RuleCode.SAME_CLASS_TEACHER),
        ({"shift": "first"}, {"shift": "second"}, RuleCode.SHIFT_MISMATCH),
        ({"languages": frozenset({"ru"})}, {"languages": frozenset({"tt", "ba"})}, RuleCode.LANGUAGE),
        ({}, {"kind": "employer"}, RuleCode.FORM_MISMATCH),
        ({"level": 9}, {"level": 8}, RuleCode.LOWER_CLASS),
    ],
)
def test_a_fact_forbids_a_pair(asking, offering, code):
    assert code in codes(mentee(**asking), mentor(**offering))


@pytest.mark.parametrize(
    "asking, offering",
    [
        ({"shift": "first"}, {"shift": ""}),
        ({"shift": "first"}, {"shift": "first"}),
        ({"languages": frozenset({"ru", "tt"})}, {"languages": frozenset({"tt"})}),
        ({"languages": frozenset({"ru"})}, {"languages": frozenset()}),
        ({"level": 9}, {"level": None}),
        ({"level": 9}, {"level": 9}),
    ],
)
def test_what_is_not_known_or_agrees_forbids_nothing(asking, offering):
    assert codes(mentee(**asking), mentor(**offering)) == ()


@pytest.mark.parametrize("code", VETOES)
def test_a_veto_forbids_its_two_people_alone(code):
    vetoes = {(1, 2): frozenset({code})}

    assert codes(mentee(), mentor(), vetoes=vetoes) == (code,)
    assert codes(mentee(), mentor(record=3), vetoes=vetoes) == ()


def test_relatives_are_not_paired():
    assert codes(mentee(), mentor(), relatives=frozenset({(1, 2)})) == (RuleCode.RELATIVE,)


def test_a_pair_that_broke_is_not_tried_again():
    assert codes(mentee(), mentor(), parted=frozenset({(1, 2)})) == (RuleCode.PAST_PAIR_BANNED,)
    assert codes(mentee(person=2), mentor(person=1), parted=frozenset({(1, 2)})) == ()


@pytest.mark.parametrize(
    "offering, expected",
    [
        ({"subjects": frozenset({"химия"}), "years": 10}, (RuleCode.SUBJECT,)),
        ({"subjects": frozenset({"физика"}), "years": 4}, (RuleCode.LITTLE_EXPERIENCE,)),
        ({"subjects": frozenset({"физика"}), "years": 5}, ()),
        ({}, ()),
    ],
)
def test_a_role_model_asks_for_subject_and_experience(offering, expected):
    asking = mentee(**TEACHER, subjects=frozenset({"физика"}))

    assert codes(asking, mentor(**TEACHER, **offering), forms=(METHOD,)) == expected


def test_a_rule_that_the_programme_does_without_forbids_nothing():
    off = frozenset({RuleCode.SHIFT_MISMATCH, RuleCode.LOWER_CLASS})

    assert codes(mentee(shift="first", level=9), mentor(shift="second", level=8), rules_off=off) == ()


def test_a_criterion_that_must_be_met_forbids_who_does_not_meet_it_at_all():
    musts = {"topics": Level.MUST}

    assert codes(mentee(topics=frozenset({"алгебра"})), mentor(topics=frozenset({"химия"})), levels=musts) == (RuleCode.MUST_TOPICS,)
    assert codes(mentee(topics=frozenset({"алгебра"})), mentor(), levels=musts) == ()


def test_codes_come_in_the_order_of_the_rules():
    found = codes(
        mentee(shift="first", level=9), mentor(shift="second", level=8), relatives=frozenset({(1, 2)}), vetoes={(1, 2): {VETOES[3]}}
    )

    assert found == (RuleCode.VETO_STAFF, RuleCode.RELATIVE, RuleCode.SHIFT_MISMATCH, RuleCode.LOWER_CLASS)
    assert [code for code in RuleCode if code in {rule.code for rule in RULES}] == [rule.code for rule in RULES]


def test_every_criterion_has_a_code_for_what_must_be():
    assert {f"MUST_{criterion.code.upper()}" for criterion in CRITERIA} == {code for code in RuleCode if code.startswith("MUST_")}
