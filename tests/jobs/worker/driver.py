"""Run as a process: makes the database, asks for jobs, prints their ids as JSON. No worker runs yet."""

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - after the set-up
from django.db import transaction  # noqa: E402 - the same
from django_scopes import scope  # noqa: E402 - the same

from accounts.services.schools import open_school  # noqa: E402 - the same
from jobs.models import Job  # noqa: E402 - the same
from jobs.services import start  # noqa: E402 - the same
from jobs.tasks import run_job  # noqa: E402 - the same

call_command("migrate", verbosity=0)
requisites = {"full_name": "Школа", "short_name": "Школа", "place": "г. Заречинск", "director_surname": "Громова", "director_name": "Ольга"}
school, actor = open_school(requisites=requisites, username="administrator", password=None, person={})
with scope(school=school), transaction.atomic():
    delivered = start(actor=actor, kind="count_runs", title="Три раза в очереди", dedupe_key="delivered")
    refused = start(actor=actor, kind="refuse", title="Отказ", dedupe_key="refused")
    lost = Job.objects.create(school=school, kind="count_runs", title="Письмо потеряно", dedupe_key="lost", created_by=actor)
for _again in range(2):
    run_job.delay(job_id=delivered.pk)
json.dump({"delivered": delivered.pk, "refused": refused.pk, "lost": lost.pk}, sys.stdout)
