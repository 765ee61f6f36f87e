from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.scoping import SchoolOwned, school_manager


class IndicatorSheetQuerySet(OpenedBy):
    permission = Permission.VIEW_MONITORING

    def with_total(self):
        """Add `total`, the sum of points."""
        return self.annotate(total=models.Sum("scores__value"))


class IndicatorSheet(SchoolOwned):
    """The curator's table of nine indicators; a new filling makes a new sheet, the newest counts."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="indicator_sheets")
    template_version = models.CharField(max_length=20)
    filled_on = models.DateField(_("date"))
    filled_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")

    objects = school_manager(IndicatorSheetQuerySet)

    class Meta:
        verbose_name = _("indicator sheet")
        ordering = ["-filled_on", "-pk"]

    def __str__(self):
        return f"{self.programme} {self.filled_on:%d.%m.%Y}"


class IndicatorScore(SchoolOwned):
    sheet = models.ForeignKey(IndicatorSheet, on_delete=models.PROTECT, related_name="scores")
    position = models.PositiveSmallIntegerField()
    criterion = models.CharField(_("criterion"), max_length=200)
    title = models.TextField(_("indicator"))
    value = models.PositiveSmallIntegerField(_("points"))

    class Meta:
        verbose_name = _("points of an indicator")
        ordering = ["sheet", "position"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "position"], name="one_score_per_indicator"),
            models.CheckConstraint(condition=Q(value__lte=2), name="indicator_is_0_1_or_2"),
        ]

    def __str__(self):
        return f"{self.position}: {self.value}"
