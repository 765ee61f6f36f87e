"""Celery's settings: Redis in production, the filesystem on one computer. The sweeper guarantees, the queue only hurries."""

from pathlib import Path

COMMON = {
    "CELERY_TASK_ACKS_LATE": True,
    "CELERY_TASK_REJECT_ON_WORKER_LOST": True,
    "CELERY_WORKER_PREFETCH_MULTIPLIER": 1,
    "CELERY_TASK_SERIALIZER": "json",
    "CELERY_ACCEPT_CONTENT": ["json"],
    "CELERY_TASK_TIME_LIMIT": 300,
    "CELERY_TASK_SOFT_TIME_LIMIT": 240,
    "CELERY_WORKER_MAX_TASKS_PER_CHILD": 100,
    "CELERY_TASK_PUBLISH_RETRY": False,
    "CELERY_TASK_IGNORE_RESULT": True,
    "CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP": True,
    "CELERY_WORKER_HIJACK_ROOT_LOGGER": False,
    # A lower one is taken first, by Redis as by the folder; the sweep has 0, so that a long queue does not hold it up.
    "CELERY_TASK_ROUTES": {"jobs.tasks.run_job": {"priority": 6}, "jobs.tasks.check_files": {"priority": 9}},
    # What no worker has swept is out of date: nobody wants it done a hundred times when the workers come back.
    "CELERY_BEAT_SCHEDULE": {
        "sweep": {"task": "jobs.tasks.sweep", "schedule": 10.0, "options": {"expires": 30}},
        "check_files": {"task": "jobs.tasks.check_files", "schedule": 24 * 60 * 60.0},
    },
}


def redis(url: str) -> dict:
    return COMMON | {
        "CELERY_BROKER_URL": url,
        # Defaults bring a killed worker's task back after an hour, and only look every hundred seconds.
        "CELERY_BROKER_TRANSPORT_OPTIONS": {
            "visibility_timeout": 900,
            "unacked_restore_throttle": 1,
            "unacked_mutex_expire": 30,
            "socket_timeout": 2,
            "socket_connect_timeout": 1,
        },
    }


def filesystem(folder: Path) -> dict:
    messages, control = folder / "messages", folder / "control"
    for path in (messages, control):
        path.mkdir(parents=True, exist_ok=True)
    return COMMON | {
        "CELERY_BROKER_URL": "filesystem://localhost/",
        "CELERY_BROKER_TRANSPORT": "mentoring.folder_queue:Transport",
        "CELERY_BROKER_TRANSPORT_OPTIONS": {
            "data_folder_in": str(messages),
            "data_folder_out": str(messages),
            "control_folder": str(control),
            "store_processed": False,
            "polling_interval": 0.1,  # seconds; the default second is felt by a person who waits for a paper
        },
    }
