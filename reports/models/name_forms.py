from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.scoping import SchoolOwned


class NameForms(SchoolOwned):
    """Cases of a name or post that the school writes otherwise than the rules do; an empty case follows the rules."""

    nominative = models.CharField(_("as it is written"), max_length=260)
    genitive = models.CharField(_("genitive"), max_length=260, blank=True)
    dative = models.CharField(_("dative"), max_length=260, blank=True)
    accusative = models.CharField(_("accusative"), max_length=260, blank=True)
    instrumental = models.CharField(_("instrumental"), max_length=260, blank=True)

    class Meta:
        verbose_name = _("cases of a name")
        ordering = ["nominative"]
        constraints = [models.UniqueConstraint(fields=["school", "nominative"], name="one_row_of_cases_per_name")]

    def __str__(self):
        return self.nominative
