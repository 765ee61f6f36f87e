from django.db import models

from mentoring.common.scoping import SchoolOwned


class NumberHold(SchoolOwned):
    """The data were taken from a copy: orders signed after it are lost with their numbers, so none is given until the last is told."""

    copied_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school"], name="one_hold_per_school")]

    def __str__(self):
        return self.copied_on.isoformat()
