from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.names import full_name, short_name


class User(AbstractUser):
    """Somebody who signs in, by login name or e-mail: children have no e-mail."""

    patronymic = models.CharField(_("patronymic"), max_length=80, blank=True)

    def __str__(self):
        return self.get_short_name()

    def get_full_name(self) -> str:
        return full_name(self.last_name, self.first_name, self.patronymic) or self.username

    def get_short_name(self) -> str:
        return short_name(self.last_name, self.first_name, self.patronymic) if self.last_name else self.username
