import pytest

from jobs.registry import RUNNERS


@pytest.fixture
def runner(monkeypatch):
    """Call it with a function to make it the runner of `test_kind`."""

    def register(function):
        monkeypatch.setitem(RUNNERS, "test_kind", function)

    return register


@pytest.fixture
def sent(monkeypatch):
    """Ids of jobs that were handed to the queue, instead of a queue."""
    ids = []
    monkeypatch.setattr("jobs.tasks.run_job.apply_async", lambda _args=None, kwargs=None, **options: ids.append(kwargs["job_id"]))
    return ids
