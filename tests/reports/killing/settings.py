"""PostgreSQL and Redis as in production, on the database of the test; at the small size lease and sweeper are quick so that the test is."""

import os

from mentoring.settings.development import *  # noqa: F403 - the real settings are what is tested

if os.environ.get("QUICK"):
    CELERY_BEAT_SCHEDULE = {"sweep": {"task": "jobs.tasks.sweep", "schedule": 2.0}}
    CELERY_IMPORTS = ["tests.reports.killing.quick"]
if os.environ.get("UNSAFE_EARLY_ACK"):
    # Celery as it comes: a message is gone when a worker has taken it, and nobody looks for what was lost.
    CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = False
    CELERY_WORKER_PREFETCH_MULTIPLIER = 4
    CELERY_BEAT_SCHEDULE = {}
