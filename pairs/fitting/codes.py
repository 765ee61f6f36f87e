"""The codes of the rules. They stand in kept runs and protocols, so they stay as they are."""

from enum import StrEnum


class RuleCode(StrEnum):
    # Of one person: with such a code nobody is matched at all.
    NO_CONSENT = "NO_CONSENT"
    NO_QUESTIONNAIRE = "NO_QUESTIONNAIRE"
    NO_INTERVIEW = "NO_INTERVIEW"
    NO_CHECK = "NO_CHECK"
    NOT_TRAINED = "NOT_TRAINED"
    NO_CONTRACT = "NO_CONTRACT"
    CAPACITY_ZERO = "CAPACITY_ZERO"
    # Of two people.
    SELF = "SELF"
    VETO_MENTEE = "VETO_MENTEE"
    VETO_MENTOR = "VETO_MENTOR"
    VETO_GUARDIAN = "VETO_GUARDIAN"
    VETO_STAFF = "VETO_STAFF"
    RELATIVE = "RELATIVE"
    SAME_CLASS_TEACHER = "SAME_CLASS_TEACHER"
    PAST_PAIR_BANNED = "PAST_PAIR_BANNED"
    SHIFT_MISMATCH = "SHIFT_MISMATCH"
    LANGUAGE = "LANGUAGE"
    # Of two people, a form and a role model.
    FORM_MISMATCH = "FORM_MISMATCH"
    LOWER_CLASS = "LOWER_CLASS"
    SUBJECT = "SUBJECT"
    LITTLE_EXPERIENCE = "LITTLE_EXPERIENCE"
    # A criterion that the programme will not do without.
    MUST_TOPICS = "MUST_TOPICS"
    MUST_SUBJECT = "MUST_SUBJECT"
    MUST_INTERESTS = "MUST_INTERESTS"
    MUST_TRAITS = "MUST_TRAITS"
    MUST_CLASSES = "MUST_CLASSES"
    MUST_DISTANCE = "MUST_DISTANCE"
    MUST_EXPERIENCE = "MUST_EXPERIENCE"


VETOES = (RuleCode.VETO_MENTEE, RuleCode.VETO_MENTOR, RuleCode.VETO_GUARDIAN, RuleCode.VETO_STAFF)

# Nobody may propose such a pair, by hand either.
ALWAYS = (RuleCode.SELF, *VETOES, RuleCode.RELATIVE)

# A programme may do without these; the others protect somebody or make no sense to leave out.
OPTIONAL = (
    RuleCode.SAME_CLASS_TEACHER,
    RuleCode.PAST_PAIR_BANNED,
    RuleCode.SHIFT_MISMATCH,
    RuleCode.LANGUAGE,
    RuleCode.LOWER_CLASS,
    RuleCode.SUBJECT,
    RuleCode.LITTLE_EXPERIENCE,
)
