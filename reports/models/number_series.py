from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.scoping import SchoolOwned


class NumberSeries(SchoolOwned):
    """A row of numbers besides the main one: «71-б» beside «12-од». The main row's template is a requisite of the school."""

    code = models.CharField(max_length=20)
    title = models.CharField(_("name of the series"), max_length=80)
    template = models.CharField(_("how a number looks"), max_length=20)

    class Meta:
        verbose_name = _("series of numbers")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["school", "code"], name="one_series_per_code")]

    def __str__(self):
        return self.title
