"""Two last parts that end at once: one of them sends the whole to be joined."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connections
from django_scopes import scope

from jobs.enums import JobState
from jobs.models import Job
from jobs.registry import RUNNERS
from jobs.services import Part, run, running, start_in_parts
from tests.factories.accounts import MembershipFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def end_at_once(monkeypatch):
    """Call it: both parts have written that they are done before either looks at the other; the answer is the state of the whole."""
    actor = MembershipFactory()
    monkeypatch.setitem(RUNNERS, "part", lambda job: None)
    with scope(school=actor.school):
        parts = [Part(size=1, arguments={}), Part(size=1, arguments={})]
        job = start_in_parts(actor=actor, kind="whole", part_kind="part", title="Листы", dedupe_key="sheets", parts=parts)
        keys = list(job.parts.values_list("pk", flat=True))
    patience = {}
    both_wrote, look = Barrier(2), running.part_finished

    def look_late(*args, **kwargs):
        try:
            both_wrote.wait(patience["seconds"])
        except BrokenBarrierError:  # the lock lets only one in at a time
            look(*args, **kwargs)
        else:
            look(*args, **kwargs)
            both_wrote.wait(patience["seconds"])  # neither commits before both have looked

    monkeypatch.setattr(running, "part_finished", look_late)

    def work(key):
        try:
            run(key)
        finally:
            connections.close_all()

    def all_at_once(seconds: float) -> str:
        patience["seconds"] = seconds
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(work, keys))
        with scope(school=actor.school):
            return Job.objects.get(pk=job.pk).state

    return all_at_once


def test_the_race_is_caught_with_the_lock_off(end_at_once, monkeypatch):
    monkeypatch.setattr(running, "_lock_whole", lambda part: None)
    monkeypatch.setattr(running, "_tell_whole", lambda part: None)

    assert end_at_once(60) == JobState.IN_PARTS


def test_the_whole_is_sent_when_both_end_at_once(end_at_once):
    assert end_at_once(2) == JobState.QUEUED
