"""The embedded default as a school has it, under `TANDEM_VAR`, with the kinds of this test and a quick sweeper."""

from mentoring.settings.development import *  # noqa: F403 - the real settings are what is tested
from mentoring.settings.development import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.jobs.worker"]
CELERY_BEAT_SCHEDULE = {"sweep": {"task": "jobs.tasks.sweep", "schedule": 1.0}}
