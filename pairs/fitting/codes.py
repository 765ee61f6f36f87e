"""The codes of the rules. They stand in kept runs and protocols, so they stay as they are."""

from enum import StrEnum


class RuleCode(StrEnum):
    # Of one person: with such a code nobody is matched at all.
    NO_CONSENT = "NO_CONSENT"
    NO_QUESTIONNAIRE = "NO_QUESTIONNAIRE"
    NO_INTERVIEW = "NO_INTERVIEW"
    NO_CHECK = "NO_CHECK"
    NOT_TRAINED = "NOT_TRAINED"
    CAPACITY_ZERO = "CAPACITY_ZERO"
    # Of two people.
    SELF = "SELF"
    FORM_MISMATCH = "FORM_MISMATCH"
    LOWER_CLASS = "LOWER_CLASS"
    LITTLE_EXPERIENCE = "LITTLE_EXPERIENCE"
    SUBJECT = "SUBJECT"
