from pairs.fitting.codes import RuleCode
from pairs.fitting.criteria import CRITERIA
from pairs.fitting.scoring import WISHES
from pairs.fitting.weights import Level
from pairs.fitting_words import CRITERIA as CRITERION_WORDS
from pairs.fitting_words import LEVELS, RULES, sentences


def test_every_rule_criterion_and_level_has_words():
    assert list(RULES) == list(RuleCode)
    assert list(CRITERION_WORDS) == [*(criterion.code for criterion in CRITERIA), WISHES]
    assert list(LEVELS) == list(Level)


def test_codes_of_a_kept_run_are_told_in_their_order():
    assert sentences(["RELATIVE", RuleCode.SELF]) == [str(RULES[RuleCode.RELATIVE]), str(RULES[RuleCode.SELF])]
