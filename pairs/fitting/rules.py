"""The rules that forbid a pair, in their order. What a role model asks for is in `portraits.py`."""

from collections.abc import Callable
from typing import NamedTuple

from pairs.fitting.codes import RuleCode
from pairs.fitting.facts import MenteeFacts, MentorFacts, Setting
from pairs.fitting.fit import Terms
from pairs.fitting.portraits import departures


class Rule(NamedTuple):
    code: RuleCode
    forbids: Callable[[MenteeFacts, MentorFacts, Setting], bool]


RULES = (Rule(RuleCode.SELF, lambda mentee, mentor, setting: mentee.person == mentor.person),)


def refusals(mentee: MenteeFacts, mentor: MentorFacts, setting: Setting) -> tuple[RuleCode, ...]:
    return tuple(rule.code for rule in RULES if rule.forbids(mentee, mentor, setting))


def find_terms(mentee: MenteeFacts, mentor: MentorFacts, setting: Setting) -> tuple[Terms | None, tuple[RuleCode, ...]]:
    """The first form and role model whose portrait the two people meet; else why the first one that admits them does not suit."""
    first: tuple[RuleCode, ...] = ()
    for form in setting.forms:
        if not form.admits(mentor.kind, mentee.kind):
            continue
        for role_model in form.role_models:
            found = departures(mentee, mentor, role_model.portrait)
            if not found:
                return Terms(form.key, role_model.key), ()
            first = first or found
    return None, first or (RuleCode.FORM_MISMATCH,)
