from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import now
from mentoring.common.immutable import WrittenOnce
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import BoardStepKind, RunState


class MatchingRunQuerySet(OpenedBy):
    permission = Permission.VIEW_PAIRS

    def light(self):
        """Without the large snapshot, which only the engine reads."""
        return self.defer("inputs")

    def drafts(self):
        return self.filter(state=RunState.DRAFT)


class MatchingRun(SchoolOwned):
    """One counting of who could go with whom, kept with all that it was counted from.

    `inputs` is `pairs.runs.snapshot.snapshot_of`: keys of records and numbers, no names. `locked` and `forbidden` are [mentee, mentor]
    pairs, the curator's; `plan` is {"pairs": [[mentee, mentor, points]], "alone": [mentee], "floor"}, `figures` what it is worth.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="matching_runs")
    trial = models.UUIDField(db_index=True, editable=False)  # runs that were asked for together, side by side
    weighting = models.SlugField(_("weighting"), max_length=40)
    weights = models.JSONField(default=dict)  # criterion -> level, as in MatchingPolicy
    goals = models.JSONField(default=list)  # values of Goal, the first counts most
    engine = models.CharField(_("engine"), max_length=60, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=RunState, default=RunState.COUNTING)
    inputs = models.JSONField(default=dict)
    inputs_hash = models.CharField(max_length=64, blank=True)
    first_hash = models.CharField(_("digest"), max_length=64, blank=True)  # of inputs and pairs as the engine gave them
    locked = models.JSONField(default=list)
    forbidden = models.JSONField(default=list)
    plan = models.JSONField(default=dict)
    figures = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0, editable=False)  # grows with every step on the board
    undo_to = models.PositiveIntegerField(null=True, editable=False)  # version of the step that would be taken back next
    job = models.ForeignKey("jobs.Job", on_delete=models.PROTECT, null=True, related_name="+")
    protocol = models.JSONField(null=True)  # frozen facts of the paper, written when the run is adopted
    created_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("counted"), default=now, editable=False)
    settled_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects = school_manager(MatchingRunQuerySet)

    class Meta:
        verbose_name = _("matching run")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_by__isnull=True, settled_at__isnull=True) | Q(settled_by__isnull=False, settled_at__isnull=False),
                name="run_settled_by_and_at",
            ),
        ]

    def __str__(self):
        return f"№ {self.pk}"

    def get_absolute_url(self):
        return reverse("pairs:board", args=[self.pk])


class BoardStep(SchoolOwned, WrittenOnce):
    """A step on the board, with the board as it was before: the last one may be taken back."""

    run = models.ForeignKey(MatchingRun, on_delete=models.PROTECT, related_name="steps")
    version = models.PositiveIntegerField()  # of the run after the step
    kind = models.CharField(_("step"), max_length=10, choices=BoardStepKind)
    mentee = models.ForeignKey("participants.MenteeRecord", on_delete=models.PROTECT, null=True, related_name="+")
    mentor = models.ForeignKey("participants.MentorRecord", on_delete=models.PROTECT, null=True, related_name="+")
    before = models.JSONField()  # the fields of the run that an undo brings back
    loss = models.IntegerField(default=0)  # what the total fell by
    by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name = _("step on the board")
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["run", "version"], name="one_step_per_version")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.run_id}"
