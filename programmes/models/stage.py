from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from programmes.enums import MeasureState
from programmes.terms import month_interval


class Stage(SchoolOwned):
    """One of the seven stages of the target model; the school may change them."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField(_("number"))
    code = models.SlugField(max_length=60)
    title = models.CharField(_("title"), max_length=200)

    class Meta:
        verbose_name = _("stage")
        ordering = ["programme", "number"]
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="one_stage_per_number")]

    def __str__(self):
        return f"{self.number}. {self.title}"


class MeasureQuerySet(OpenedBy):
    permission = Permission.VIEW_PROGRAMMES


class Measure(SchoolOwned):
    """A row of the roadmap: its term is an interval of months or a recurrence, not a date."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="measures")
    position = models.PositiveSmallIntegerField()
    text = ProseField(_("measure"))
    result = ProseField(_("result"), blank=True)
    document = ProseField(_("document"), blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    recurrence = models.CharField(_("recurrence"), max_length=60, blank=True)
    responsible = models.CharField(_("responsible"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=MeasureState, default=MeasureState.PLANNED)

    objects = school_manager(MeasureQuerySet)

    class Meta:
        verbose_name = _("measure")
        ordering = ["stage", "position"]

    def __str__(self):
        return self.text

    @property
    def term(self) -> str:
        """Months or the recurrence, in words; empty while nobody has set them."""
        has_months = not self.recurrence and self.starts_on and self.ends_on
        return month_interval(self.starts_on, self.ends_on) if has_months else self.recurrence
