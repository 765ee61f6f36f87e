from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobState(TextChoices):
    QUEUED = "queued", _("Waiting")
    IN_PARTS = "in_parts", _("Running")
    RUNNING = "running", _("Running")
    DONE = "done", _("Ready")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Stopped")


UNFINISHED = (JobState.QUEUED, JobState.IN_PARTS, JobState.RUNNING)
REPEATABLE = (JobState.FAILED, JobState.CANCELLED)
