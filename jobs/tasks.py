"""What Celery carries: the id of a job, and the sweep that finds the forgotten ones."""

from celery import shared_task
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.school_list import list_at
from jobs.enums import JobState
from jobs.models import Job, StoredFile, WorkerHeartbeat
from jobs.registry import job_kind
from jobs.services import store
from jobs.services.reconciling import compare_files, keep_findings, remove_orphans
from jobs.services.running import run
from jobs.services.sending import messages_waiting

LONGEST_CHECK = 6 * 60 * 60  # seconds: every file of a region is read
SOON = 3  # between the sweep and the jobs that wait: settings/queues.py


@shared_task(name="jobs.tasks.run_job")
def run_job(*, job_id: int, **kwargs) -> None:
    run(job_id)


@shared_task(name="jobs.tasks.sweep")
def sweep(**kwargs) -> None:
    """Send again what no worker holds: a lost message, a killed worker, a queue that was down.

    While there are as many messages as jobs that wait, none is lost: a long queue does not grow by being looked at.
    """
    WorkerHeartbeat.beat()
    with scopes_disabled():
        waiting = list(Job.objects.filter(state=JobState.QUEUED).order_by("pk").values_list("pk", flat=True))
        abandoned = list(Job.objects.abandoned().values_list("pk", flat=True))
    for job_id in abandoned:
        run_job.apply_async(kwargs={"job_id": job_id}, priority=SOON)
    if waiting and messages_waiting() < len(waiting):
        for job_id in waiting:
            run_job.delay(job_id=job_id)


@shared_task(name="jobs.tasks.check_files", acks_late=False, soft_time_limit=LONGEST_CHECK, time_limit=LONGEST_CHECK + 60)
def check_files(**kwargs) -> None:
    """Compare the stored files with their rows and remove the orphans. Cut off, it is not repeated before the next day."""
    now = timezone.now()
    found = compare_files(now=now)
    remove_orphans(found.orphans, now=now)
    keep_findings(found, now=now)


@job_kind("list_print")
def list_print(job: Job) -> StoredFile:
    page = list_at(job.arguments["address"], job.created_by)
    return store(school_id=job.school_id, name=f"{page.page_title}.pdf", content_type="application/pdf", content=page.paper().pdf)
