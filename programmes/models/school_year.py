from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.scoping import SchoolOwned


class SchoolYear(SchoolOwned):
    """1 September to 31 August."""

    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))

    class Meta:
        verbose_name = _("school year")
        ordering = ["-starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["school", "starts_on"], name="one_school_year_per_start"),
            models.CheckConstraint(condition=models.Q(ends_on__gt=models.F("starts_on")), name="school_year_ends_after_start"),
        ]

    def __str__(self):
        return f"{self.starts_on.year}/{self.ends_on.year}"
