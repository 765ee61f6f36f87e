"""What Celery carries: the id of a job, and the sweep that finds the forgotten ones."""

from celery import shared_task
from django.utils import timezone
from django_scopes import scopes_disabled

from jobs.enums import JobState
from jobs.models import Job, WorkerHeartbeat
from jobs.services.running import run


@shared_task(name="jobs.tasks.run_job")
def run_job(*, job_id: int, **kwargs) -> None:
    run(job_id)


@shared_task(name="jobs.tasks.sweep")
def sweep(**kwargs) -> None:
    """Send again what no worker holds: a lost message, a killed worker, a queue that was down."""
    WorkerHeartbeat.beat()
    with scopes_disabled():
        waiting = Job.objects.filter(state=JobState.QUEUED)
        abandoned = Job.objects.filter(state=JobState.RUNNING, lease_until__lt=timezone.now())
        forgotten = [*waiting.values_list("pk", flat=True), *abandoned.values_list("pk", flat=True)]
    for job_id in forgotten:
        run_job.delay(job_id=job_id)
