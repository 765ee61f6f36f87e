import datetime

from django.db import models
from django.db.models import Exists, Q
from django.utils import timezone
from django_scopes import scopes_disabled

from jobs.models.job import Job

ALIVE_FOR = datetime.timedelta(seconds=45)


class WorkerHeartbeat(models.Model):
    """The sweeper's last run, made by a worker: without a fresh one a page says that the job waits."""

    seen_at = models.DateTimeField()

    def __str__(self):
        return self.seen_at.isoformat()

    @classmethod
    def beat(cls) -> None:
        cls.objects.update_or_create(pk=1, defaults={"seen_at": timezone.now()})

    @classmethod
    def worker_is_alive(cls) -> bool:
        """A worker has swept of late, or all are too busy for that: somebody holds a job, of whatever school."""
        with scopes_disabled():
            at_work = Exists(Job.objects.being_run())
        return cls.objects.filter(Q(seen_at__gte=timezone.now() - ALIVE_FOR) | at_work).exists()
