from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from jobs.enums import REPEATABLE, UNFINISHED, JobState
from mentoring.common.scoping import SchoolOwned, school_manager


class JobQuerySet(models.QuerySet):
    def unfinished(self):
        return self.filter(state__in=UNFINISHED)

    def being_run(self):
        """A living worker has them in hand."""
        return self.filter(state=JobState.RUNNING, lease_until__gte=timezone.now())

    def abandoned(self):
        """The worker that had them is dead."""
        return self.filter(state=JobState.RUNNING, lease_until__lt=timezone.now())

    def visible_to(self, actor: Membership):
        """A job and its file belong to the person who asked for them; the parts of a job are its own matter."""
        return self.filter(created_by__user_id=actor.user_id, whole__isnull=True)


class Job(SchoolOwned):
    """Long work. The row is written in the business transaction and is the truth; Celery only carries its id.

    Work too long for one task stands in rows of its own, the parts (`jobs.services.parts`): `whole` is the job that they make up.
    """

    kind = models.CharField(max_length=40)
    title = models.CharField(_("what"), max_length=200)
    arguments = models.JSONField(default=dict)
    dedupe_key = models.CharField(max_length=120, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=JobState, default=JobState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    error = models.TextField(_("what went wrong"), blank=True)
    note = models.CharField(_("what to know of the result"), max_length=300, blank=True)
    whole = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts", editable=False)
    place = models.PositiveSmallIntegerField(default=0, editable=False)
    file = models.ForeignKey("jobs.StoredFile", on_delete=models.PROTECT, null=True, related_name="jobs")
    created_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    finished_at = models.DateTimeField(_("ready"), null=True)

    objects = school_manager(JobQuerySet)

    class Meta:
        verbose_name = _("job")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=JobState.RUNNING, lease_until__isnull=False) | ~models.Q(state=JobState.RUNNING),
                name="running_job_has_lease",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("jobs:detail", args=[self.pk])

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def is_repeatable(self) -> bool:
        return self.state in REPEATABLE

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 0
