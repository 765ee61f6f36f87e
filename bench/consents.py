"""The consents that are missing, as one file: the parts of the job go to any number of workers (`jobs.services.parts`).

Six hundred sheets take minutes, so each way is taken once; the load of the machine is printed beside, a busy one tells little.
"""

import datetime
import multiprocessing
import os
import sys
import time
import uuid

from django.db import connections
from django_scopes import scope

from accounts.enums import Role
from bench.harness import figure
from jobs.enums import JobState
from jobs.models import Job
from jobs.services import run
from mentoring.common.clock import today
from participants.services import print_sheets
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.participants import GuardianFactory, MenteeRecordFactory
from tests.factories.programmes import ProgrammeFactory

PEOPLE = 300
PURPOSES = ("processing", "participation")
WORKERS = 2


def work(key: int) -> None:
    """What a worker does with the message of a job; a forked one opens its own connection."""
    connections.close_all()
    run(key)


def print_all(curator, programme, people, pool) -> None:
    """From the wish to the file: the parts by the pool, the last step by one of it."""
    with scope(school=curator.school):
        job = print_sheets(actor=curator, programme=programme, people=people, purposes=PURPOSES, request_key=uuid.uuid4().hex)
        parts = list(job.parts.values_list("pk", flat=True))
        pool.map(work, parts, chunksize=1)
        pool.apply(work, (job.pk,))
        assert Job.objects.get(pk=job.pk).state == JobState.DONE


@figure("consents.missing_300_two_workers_vs_one", target=round(1 / (0.85 * WORKERS), 3))
def missing_300_two_workers_vs_one():
    school = SchoolFactory()
    curator = MembershipFactory(school=school, role=Role.CURATOR)
    with scope(school=school):
        programme = ProgrammeFactory(school=school, starts_on=today(), ends_on=today() + datetime.timedelta(days=200))
        people = [MenteeRecordFactory(programme=programme, person__class_name=f"{number % 11 + 1}А").person for number in range(PEOPLE)]
        for person in people:
            GuardianFactory(person=person)
    fork = multiprocessing.get_context("fork")
    connections.close_all()
    with fork.Pool(WORKERS) as two, fork.Pool(1) as one:
        for pool in (two, one):
            print_all(curator, programme, people[:WORKERS], pool)  # each has read its fonts
        seconds = {}
        for name, pool in (("two", two), ("one", one)):
            start = time.perf_counter()
            print_all(curator, programme, people, pool)
            seconds[name] = round(time.perf_counter() - start, 1)
            print(f"{name}: {seconds[name]} s, load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", file=sys.stderr)
    return seconds["two"] / seconds["one"]
