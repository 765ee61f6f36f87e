"""Rules and criteria of the matching in words. A veto is told without its reason: that is for those who recorded it."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

RULES = {
    "NO_CONSENT": _("There is no consent in force."),
    "NO_QUESTIONNAIRE": _("The questionnaire has not come in."),
    "NO_INTERVIEW": _("The interview has not been held."),
    "NO_CHECK": _("The certificate for work with children has not been shown."),
    "NOT_TRAINED": _("The mentor has not been to the School of mentors."),
    "NO_CONTRACT": _("No contract is in force, or the teacher's written consent is missing."),
    "CAPACITY_ZERO": _("The mentor has no free place."),
    "SELF": _("Nobody is their own mentor."),
    "VETO_MENTEE": _("The mentee has asked not to be paired with this mentor."),
    "VETO_MENTOR": _("The mentor has asked not to be paired with this mentee."),
    "VETO_GUARDIAN": _("The parents have asked not to form this pair."),
    "VETO_STAFF": _("The curator or the psychologist does not allow this pair."),
    "RELATIVE": _("They are relatives."),
    "SAME_CLASS_TEACHER": _("The mentor is the class teacher of this mentee."),
    "PAST_PAIR_BANNED": _("Their earlier pair ended so that it is not tried again."),
    "SHIFT_MISMATCH": _("They study in different shifts."),
    "LANGUAGE": _("They have no common language."),
    "FORM_MISMATCH": _("No form of the programme is meant for these two."),
    "LOWER_CLASS": _("The mentor is in a lower class than the mentee."),
    "SUBJECT": _("They teach different subjects, and help in method is asked for."),
    "LITTLE_EXPERIENCE": _("The mentor has too little experience for this role model."),
    "MUST_TOPICS": _("The mentor helps with nothing that the mentee asks for."),
    "MUST_SUBJECT": _("The mentor does not know the subject that is asked for."),
    "MUST_INTERESTS": _("They have no common interests."),
    "MUST_TRAITS": _("The mentor is not of the kind that is asked for."),
    "MUST_CLASSES": _("The mentee is not of an age that the mentor works with."),
    "MUST_DISTANCE": _("The difference between their classes does not suit."),
    "MUST_EXPERIENCE": _("The mentor's experience does not suffice."),
}

CRITERIA = {
    "topics": _("The request and what the mentor helps with"),
    "subject": _("Subject"),
    "interests": _("Common interests"),
    "traits": _("Qualities that are asked for"),
    "classes": _("Age that the mentor works with"),
    "distance": _("Difference between classes"),
    "experience": _("Experience at work"),
    "wishes": _("Wishes of both"),
}

LEVELS = {
    "must": _("must be met"),
    "high": _("weighs much"),
    "medium": _("weighs"),
    "low": _("weighs a little"),
    "off": _("does not count"),
}

VALUES = ((900, _("fits fully")), (600, _("fits well")), (300, _("fits in part")), (1, _("fits little")), (0, _("does not fit")))
MISSING = _("no answer")


def sentences_of(codes: Iterable[str]) -> list[str]:
    return [str(RULES.get(str(code), code)) for code in codes]


def criterion_title(code: str) -> str:
    return str(CRITERIA.get(code, code))


def value_in_words(value: int | None) -> str:
    """`value` 0..1000 of a criterion, None for a missing answer."""
    if value is None:
        return str(MISSING)
    return str(next(words for least, words in VALUES if value >= least))
