"""Does a pair meet the portrait of its role model? What is not known forbids nothing."""

from pairs.fitting.codes import RuleCode
from pairs.fitting.facts import MenteeFacts, MentorFacts, Portrait

PUPIL = "pupil"


def departures(mentee: MenteeFacts, mentor: MentorFacts, portrait: Portrait) -> tuple[RuleCode, ...]:
    """What the role model asks for and the two people do not have."""
    found = []
    if not portrait.equals and is_below(mentor, mentee):
        found.append(RuleCode.LOWER_CLASS)
    if portrait.same_subject and mentee.subjects and mentor.subjects and not mentee.subjects & mentor.subjects:
        found.append(RuleCode.SUBJECT)
    if mentor.years is not None and mentor.years < portrait.mentor_years:
        found.append(RuleCode.LITTLE_EXPERIENCE)
    return tuple(found)


def is_below(mentor: MentorFacts, mentee: MenteeFacts) -> bool:
    """A pupil mentor stands in a lower class than the mentee."""
    if mentor.kind != PUPIL or mentee.kind != PUPIL or mentor.level is None or mentee.level is None:
        return False
    return mentor.level < mentee.level
