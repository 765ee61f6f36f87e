"""Rules, criteria and levels in the words of pages and papers. Nothing here says who forbade a pair, or why."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pairs.fitting.codes import RuleCode
from pairs.fitting.scoring import WISHES
from pairs.fitting.weights import Level

RULES: dict[RuleCode, Promise] = {
    RuleCode.NO_CONSENT: _("A consent that a pair needs is not in force."),
    RuleCode.NO_QUESTIONNAIRE: _("The questionnaire of entry has not come in."),
    RuleCode.NO_INTERVIEW: _("No interview has been passed."),
    RuleCode.NO_CHECK: _("The certificate of no criminal record has not been shown."),
    RuleCode.NOT_TRAINED: _("No session of the School of mentors was attended."),
    RuleCode.NO_CONTRACT: _("No contract is in force, or the teacher's written consent is missing."),
    RuleCode.CAPACITY_ZERO: _("The mentor has no place left."),
    RuleCode.SELF: _("Nobody can be their own mentor."),
    RuleCode.VETO_MENTEE: _("The mentee asked not to be paired with this mentor."),
    RuleCode.VETO_MENTOR: _("The mentor asked not to be paired with this mentee."),
    RuleCode.VETO_GUARDIAN: _("The guardian is against this pair."),
    RuleCode.VETO_STAFF: _("The curator or the psychologist is against this pair."),
    RuleCode.RELATIVE: _("They are relatives."),
    RuleCode.SAME_CLASS_TEACHER: _("The mentor is the mentee's class teacher."),
    RuleCode.PAST_PAIR_BANNED: _("They were a pair before, and it did not work."),
    RuleCode.SHIFT_MISMATCH: _("They study in different shifts."),
    RuleCode.LANGUAGE: _("They have no common language."),
    RuleCode.FORM_MISMATCH: _("No form of the programme brings these two together."),
    RuleCode.LOWER_CLASS: _("The mentor is in a lower class than the mentee."),
    RuleCode.SUBJECT: _("Help in method is asked for, and they teach different subjects."),
    RuleCode.LITTLE_EXPERIENCE: _("The mentor has less experience than the role model asks for."),
    RuleCode.MUST_TOPICS: _("The mentor does not help with anything that was asked for."),
    RuleCode.MUST_SUBJECT: _("They teach different subjects."),
    RuleCode.MUST_INTERESTS: _("They have no common interest."),
    RuleCode.MUST_TRAITS: _("The mentor is not as the mentee would like."),
    RuleCode.MUST_CLASSES: _("The mentee is far from the age that the mentor would like."),
    RuleCode.MUST_DISTANCE: _("The mentee is in a higher class."),
    RuleCode.MUST_EXPERIENCE: _("The mentor has no more experience than the mentee."),
}

CRITERIA: dict[str, Promise] = {
    "topics": _("What is asked for and what the mentor helps with"),
    "subject": _("The same subject"),
    "interests": _("Common interests"),
    "traits": _("What the mentor is like"),
    "classes": _("The age that the mentor would like"),
    "distance": _("How far apart their classes are"),
    "experience": _("Experience of the mentor"),
    WISHES: _("Wishes of both"),
}

LEVELS: dict[Level, Promise] = {
    Level.MUST: pgettext_lazy("weight of a criterion", "must be"),
    Level.HIGH: pgettext_lazy("weight of a criterion", "high"),
    Level.MEDIUM: pgettext_lazy("weight of a criterion", "medium"),
    Level.LOW: pgettext_lazy("weight of a criterion", "low"),
    Level.OFF: pgettext_lazy("weight of a criterion", "does not count"),
}


def sentences(codes) -> list[str]:
    """For a list on a page, in the order of the codes; a kept run may carry codes as plain text."""
    return [str(RULES[RuleCode(code)]) for code in codes]
