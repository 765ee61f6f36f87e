from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TopicGroup(TextChoices):
    """What a word of the dictionary is about."""

    SUBJECT = "subject", _("School subjects")
    SKILL = "skill", _("Skills")
    SUPPORT = "support", _("Support")
    METHOD = "method", _("Teacher's work")
    CAREER = "career", _("Profession")
    INTEREST = "interest", _("Interests")
    TRAIT = "trait", _("What a mentor is like")


ABOUT_HELP = (TopicGroup.SUBJECT, TopicGroup.SKILL, TopicGroup.SUPPORT, TopicGroup.METHOD, TopicGroup.CAREER)
