from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Shift(TextChoices):
    FIRST = "first", _("first shift")
    SECOND = "second", _("second shift")


class MentorCategory(TextChoices):
    """Who may be a mentor, by the target model."""

    PUPIL = "pupil", _("motivated pupil")
    TEACHER = "teacher", _("teacher or specialist")
    PARENT = "parent", _("active parent")
    ALUMNUS = "alumnus", _("alumnus")
    EMPLOYEE = "employee", _("employee of an enterprise")
    PUBLIC = "public", _("entrepreneur or public figure")
    VETERAN = "veteran", _("veteran of teaching")


class MentorGrade(TextChoices):
    SPECIALIST = "specialist", _("mentor-specialist")
    SENIOR = "senior", _("senior mentor")
    LEADING = "leading", _("leading mentor")


class NeedCategory(TextChoices):
    """Who may be a mentee, by the target model: pupils first, then teachers."""

    GIFTED = "gifted", _("shows outstanding abilities")
    LOW_RESULTS = "low_results", _("unsatisfactory results in study")
    HEALTH = "health", _("limited health")
    HARDSHIP = "hardship", _("hardship in life")
    BEHAVIOUR = "behaviour", _("troubles of behaviour, on record")
    ALOOF = "aloof", _("apart from the group and the life of the school")
    NOVICE = "novice", _("young specialist, up to three years")
    BURNOUT = "burnout", _("burnout or chronic tiredness")
    NEWCOMER = "newcomer", _("getting used to a new place of work")
    LEARNER = "learner", _("wants to master new programmes and digital skills")


NEEDS_OF_TEACHERS = (NeedCategory.NOVICE, NeedCategory.BURNOUT, NeedCategory.NEWCOMER, NeedCategory.LEARNER)
NEEDS_OF_PUPILS = tuple(need for need in NeedCategory if need not in NEEDS_OF_TEACHERS)
