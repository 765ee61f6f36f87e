"""The row of a job, and telling the workers of it."""

import logging

from celery import current_app
from kombu.exceptions import KombuError

from jobs.models import Job

logger = logging.getLogger(__name__)


def write_row(*, actor, dedupe_key: str, **fields) -> tuple[Job, bool]:
    """The row alone, and whether it is new."""
    return Job.objects.get_or_create(dedupe_key=dedupe_key, defaults={"school_id": actor.school_id, "created_by": actor, **fields})


def publish(job_id: int) -> None:
    """Tell a worker. When the queue is down the row waits for the sweeper, so a failure is only logged."""
    from jobs.tasks import run_job  # noqa: PLC0415 - leaf: tasks stand above services

    try:
        run_job.delay(job_id=job_id)
    except (KombuError, OSError) as error:
        logger.warning("Job %s waits for the sweeper: %s", job_id, error)


def messages_waiting() -> int:
    """How many messages no worker has taken yet."""
    with current_app.connection_for_read() as connection:
        return connection.default_channel.queue_declare(current_app.conf.task_default_queue).message_count
