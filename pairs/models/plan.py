"""What a pair has set out to do, and what its mentor says of it at the end (docs/domain.md, «Пары»)."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import PlanSection
from pairs.models.visibility import SeenThroughPair


class PlanItemQuerySet(SeenThroughPair):
    path = "pair__"

    def done(self):
        return self.filter(done_on__isnull=False)


class PlanItem(SchoolOwned):
    """A task of the individual plan: what, until when, what should come of it, what did, and the mentor's word on it."""

    pair = models.ForeignKey("pairs.Pair", on_delete=models.PROTECT, related_name="plan")
    section = models.CharField(_("part of the plan"), max_length=16, choices=PlanSection)
    task = models.CharField(_("task"), max_length=300)
    due_on = models.DateField(_("until"))
    planned_result = models.CharField(_("planned result"), max_length=300, blank=True)
    actual_result = models.CharField(_("actual result"), max_length=300, blank=True)
    mark = models.CharField(_("mentor's mark"), max_length=120, blank=True)
    done_on = models.DateField(_("done"), null=True, blank=True)

    objects = school_manager(PlanItemQuerySet)

    class Meta:
        verbose_name = _("task of a plan")
        ordering = ["section", "due_on", "pk"]

    def __str__(self):
        return self.task

    def get_absolute_url(self):
        return reverse("pairs:plan", args=[self.pair_id])


class MentorReport(SchoolOwned):
    """The mentor's own words at the end: what was hard, what came of it, what to do better. Facts come from meetings and plan."""

    pair = models.OneToOneField("pairs.Pair", on_delete=models.PROTECT, related_name="mentor_report")
    difficulties = ProseField(_("what was difficult"), blank=True)
    conclusions = ProseField(_("conclusions"))
    proposals = ProseField(_("proposals"), blank=True)
    written_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("mentor's report")

    def __str__(self):
        return f"{self.pair_id}: {self.written_at:%d.%m.%Y}"
