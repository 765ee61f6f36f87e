"""The judgement over everybody: who is out, which pairs are forbidden, how well the others fit."""

from collections.abc import Callable, Iterable

from pairs.fitting.codes import RuleCode
from pairs.fitting.facts import MenteeFacts, MentorFacts, Setting
from pairs.fitting.fit import Fit, Terms
from pairs.fitting.rules import Rule, find_terms, musts_of, rules_in_force
from pairs.fitting.scoring import score

Verdict = tuple[Terms | None, tuple[RuleCode, ...]]


def judge(mentees: Iterable[MenteeFacts], mentors: Iterable[MentorFacts], setting: Setting) -> Fit:
    mentees, mentors = list(mentees), list(mentors)
    asking = [mentee for mentee in mentees if not mentee.out]
    offering = [mentor for mentor in mentors if not mentor.out]
    scores, terms, refused = {}, {}, {}
    verdict = judge_of(setting)
    for mentee in asking:
        for mentor in offering:
            key = (mentee.record, mentor.record)
            chosen, codes = verdict(mentee, mentor)
            if codes:
                refused[key] = codes
            else:
                terms[key], scores[key] = chosen, score(mentee, mentor, setting)
    return Fit(
        places={mentor.record: mentor.places for mentor in offering},
        mentees=tuple(mentee.record for mentee in asking),
        scores=scores,
        terms=terms,
        refusals=refused,
        mentees_out={mentee.record: mentee.out for mentee in mentees if mentee.out},
        mentors_out={mentor.record: mentor.out for mentor in mentors if mentor.out},
        priority=frozenset(mentee.record for mentee in asking if mentee.priority),
    )


def judge_of(setting: Setting) -> Callable[[MenteeFacts, MentorFacts], Verdict]:
    """A judge of two people: the terms that a pair would have, and the codes of all rules that forbid it."""
    rules, musts = rules_in_force(setting), musts_of(setting)

    def broken(table: tuple[Rule, ...], mentee: MenteeFacts, mentor: MentorFacts) -> tuple[RuleCode, ...]:
        return tuple([rule.code for rule in table if rule.forbids(mentee, mentor, setting)])

    def verdict(mentee: MenteeFacts, mentor: MentorFacts) -> Verdict:
        terms, departures = find_terms(mentee, mentor, setting)
        return terms, broken(rules, mentee, mentor) + departures + broken(musts, mentee, mentor)

    return verdict
