"""What Celery carries: the id of a job, and the sweep that finds the forgotten ones."""

import zoneinfo

from celery import shared_task
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.school_list import list_at
from jobs.enums import JobState
from jobs.models import Job, StoredFile, WorkerHeartbeat
from jobs.registry import job_kind
from jobs.services import store
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


@job_kind("list_print")
def list_print(job: Job) -> StoredFile:
    page = list_at(job.arguments["address"], job.created_by)
    with timezone.override(zoneinfo.ZoneInfo(job.school.time_zone)):
        pdf = page.paper().pdf
    return store(school_id=job.school_id, name=f"{page.page_title}.pdf", content_type="application/pdf", content=pdf)
