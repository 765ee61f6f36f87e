from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TwinSign(TextChoices):
    """Why two entries may be one person."""

    NAME = "name", _("the same name")
    LETTERS = "letters", _("the same name, but for Latin letters that look Russian")
    NO_PATRONYMIC = "no_patronymic", _("the same surname and first name, one patronymic is missing")
    INITIALS = "initials", _("the same surname, initials and year of birth")
    PHONE = "phone", _("the same phone and first name")
    EMAIL = "email", _("the same e-mail and first name")
