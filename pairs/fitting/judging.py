"""The judgement over everybody: who is out, which pairs are forbidden, how well the others fit."""

from collections.abc import Iterable

from pairs.fitting.facts import MenteeFacts, MentorFacts, Setting
from pairs.fitting.fit import Fit
from pairs.fitting.rules import find_terms, refusals
from pairs.fitting.scoring import score


def judge(mentees: Iterable[MenteeFacts], mentors: Iterable[MentorFacts], setting: Setting) -> Fit:
    mentees, mentors = list(mentees), list(mentors)
    asking = [mentee for mentee in mentees if not mentee.out]
    offering = [mentor for mentor in mentors if not mentor.out]
    scores, terms, refused = {}, {}, {}
    for mentee in asking:
        for mentor in offering:
            key = (mentee.record, mentor.record)
            chosen, departures = find_terms(mentee, mentor, setting)
            codes = refusals(mentee, mentor, setting) + departures
            if chosen is None or codes:
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
