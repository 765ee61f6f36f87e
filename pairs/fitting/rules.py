"""The rules that forbid a pair, in their order. What a role model asks for is in `portraits.py`."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from pairs.fitting.codes import VETOES, RuleCode
from pairs.fitting.criteria import CRITERIA
from pairs.fitting.facts import MenteeFacts, MentorFacts, Setting
from pairs.fitting.fit import Terms
from pairs.fitting.portraits import departures
from pairs.fitting.weights import Level


class Rule(NamedTuple):
    code: RuleCode
    forbids: Callable[[MenteeFacts, MentorFacts, Setting], bool]


def _veto(code: RuleCode) -> Rule:
    return Rule(code, lambda mentee, mentor, setting: code in setting.vetoes.get((mentee.record, mentor.record), ()))


RULES = (
    Rule(RuleCode.SELF, lambda mentee, mentor, setting: mentee.person == mentor.person),
    *map(_veto, VETOES),
    Rule(RuleCode.RELATIVE, lambda mentee, mentor, setting: (mentee.person, mentor.person) in setting.relatives),
    Rule(RuleCode.SAME_CLASS_TEACHER, lambda mentee, mentor, setting: mentee.class_name in mentor.leads),
    Rule(RuleCode.PAST_PAIR_BANNED, lambda mentee, mentor, setting: (mentee.person, mentor.person) in setting.parted),
    Rule(RuleCode.SHIFT_MISMATCH, lambda mentee, mentor, setting: "" not in {mentee.shift, mentor.shift} and mentee.shift != mentor.shift),
    Rule(RuleCode.LANGUAGE, lambda mentee, mentor, setting: _strangers(mentee.languages, mentor.languages)),
)


def rules_in_force(setting: Setting) -> tuple[Rule, ...]:
    """Without those that the programme has switched off and those that no fact could make hold."""
    vetoed = frozenset().union(*setting.vetoes.values())
    idle = setting.rules_off | (set(VETOES) - vetoed)
    return tuple(rule for rule in RULES if rule.code not in idle)


def find_terms(mentee: MenteeFacts, mentor: MentorFacts, setting: Setting) -> tuple[Terms | None, tuple[RuleCode, ...]]:
    """The first form and role model whose portrait the two people meet; else why the first one that admits them does not suit."""
    first: tuple[RuleCode, ...] = ()
    for form in setting.forms:
        if not form.admits(mentor.kind, mentee.kind):
            continue
        for role_model in form.role_models:
            found = tuple(code for code in departures(mentee, mentor, role_model.portrait) if code not in setting.rules_off)
            if not found:
                return Terms(form.key, role_model.key), ()
            first = first or found
    return None, first or (RuleCode.FORM_MISMATCH,)


def musts_of(setting: Setting) -> tuple[Rule, ...]:
    """Criteria that the programme will not do without, as rules: forbidden is who does not meet one at all, as far as is known."""
    musts = (criterion for criterion in CRITERIA if setting.levels.get(criterion.code) == Level.MUST)
    return tuple(Rule(RuleCode(f"MUST_{code.upper()}"), partial(_misses, value)) for code, value, _common in musts)


def _misses(value, mentee: MenteeFacts, mentor: MentorFacts, setting: Setting) -> bool:
    return value(mentee, mentor) == 0


def _strangers(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first) and bool(second) and not first & second
