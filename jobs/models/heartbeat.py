import datetime

from django.db import models
from django.utils import timezone

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
        return cls.objects.filter(seen_at__gte=timezone.now() - ALIVE_FOR).exists()
