from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from programmes.enums import MeasureState


class ProgrammeQuerySet(OpenedBy):
    """Staff see the school's programmes; participants meet theirs through their pairs."""

    permission = Permission.VIEW_PROGRAMMES

    def with_progress(self):
        """Add `measures_total` and `measures_done`."""
        measures = models.Count("stages__measures")
        done = models.Count("stages__measures", filter=models.Q(stages__measures__state=MeasureState.DONE))
        return self.annotate(measures_total=measures, measures_done=done)


class Programme(SchoolOwned):
    """What the school runs in a school year; a programme may last longer than one (school 35: two years)."""

    year = models.ForeignKey("programmes.SchoolYear", on_delete=models.PROTECT, related_name="programmes")
    title = models.CharField(_("title"), max_length=200)
    forms = models.ManyToManyField("programmes.Form", related_name="programmes", verbose_name=_("forms"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    aims = ProseField(_("aims"), blank=True)
    tasks = ProseField(_("tasks"), blank=True)
    expected_results = ProseField(_("expected results"), blank=True)
    preset = models.SlugField(max_length=60)
    preset_version = models.CharField(max_length=20)
    created_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")

    objects = school_manager(ProgrammeQuerySet)

    class Meta:
        verbose_name = _("programme")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")),
                name="programme_ends_after_start",
                violation_error_message=_("The programme must end after it starts."),
            )
        ]

    def __str__(self):
        """Title and years: a school gives its programme the same title every year."""
        return f"{self.title} {self.starts_on.year}/{self.ends_on.year}"

    def get_absolute_url(self):
        return reverse("programmes:detail", args=[self.pk])
