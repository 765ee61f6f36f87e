from django.db import models

from mentoring.common.scoping import SchoolOwned


class NumberCounter(SchoolOwned):
    """The last number taken in a school × year × series. Locked last in the transaction that signs (docs/adr/0004)."""

    year = models.PositiveSmallIntegerField()
    series = models.CharField(max_length=20)
    last = models.PositiveIntegerField(default=0)
    told = models.PositiveIntegerField(default=0)  # the last one that papers bear as somebody has said; `last` never goes back behind it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "year", "series"], name="one_counter_per_series")]

    def __str__(self):
        return f"{self.year} {self.series}: {self.last}"
