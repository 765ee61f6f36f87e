"""A real Celery worker on the embedded default: SQLite and the queue in a folder, in processes of their own."""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from jobs.enums import JobState

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 60
WORKER = [sys.executable, "-m", "celery", "-A", "mentoring", "worker", "--beat", "--concurrency=1", "--loglevel=WARNING"]


class School:
    """The folder of one installation, the jobs that were asked for, and the worker once it is started."""

    def __init__(self, var: Path):
        self.var = var
        self.environment = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "REDIS_URL"}}
        self.environment |= {"TANDEM_VAR": str(var), "DJANGO_SETTINGS_MODULE": "tests.jobs.worker.settings", "PYTHONPATH": str(ROOT)}
        driver = [sys.executable, "-m", "tests.jobs.worker.driver"]
        answer = subprocess.run(driver, cwd=ROOT, env=self.environment, capture_output=True, check=False)
        assert answer.returncode == 0, answer.stderr.decode()
        self.jobs = json.loads(answer.stdout)

    def ask(self, query: str, *values):
        with contextlib.closing(sqlite3.connect(self.var / "tandem.sqlite3", timeout=20)) as database:
            return database.execute(query, values).fetchone()

    def row(self, name: str) -> tuple:
        return self.ask("select state, attempts, error, file_id from jobs_job where id = ?", self.jobs[name])

    def finished(self, name: str) -> tuple:
        """The row of the job once it is done or failed; fails at the deadline."""
        until, pause = time.monotonic() + DEADLINE, threading.Event()
        while (row := self.row(name))[0] not in {JobState.DONE, JobState.FAILED}:
            assert time.monotonic() < until, f"{name} is still {row[0]}"
            pause.wait(0.05)
        return row

    @contextlib.contextmanager
    def worker(self):
        command = [*WORKER, "--schedule", str(self.var / "beat"), "--pidfile", str(self.var / "worker.pid")]
        with (self.var / "worker.log").open("wb") as log:
            process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
            try:
                yield
            finally:
                process.terminate()
                try:
                    process.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    return School(tmp_path_factory.mktemp("embedded"))


@pytest.fixture(scope="module")
def at_work(installation):
    """Before the worker starts everything waits; afterwards the tests poll the rows."""
    assert {installation.row(name)[0] for name in installation.jobs} == {JobState.QUEUED}
    (installation.var / "queue" / "messages" / "0_0_torn.celery.msg").write_bytes(b"")
    with installation.worker():
        yield installation


def test_a_job_delivered_three_times_is_run_once(at_work):
    state, attempts, _error, file_id = at_work.finished("delivered")

    assert (state, attempts) == (JobState.DONE, 1)
    assert (at_work.var / f"runs-{at_work.jobs['delivered']}").read_text() == "run\n"
    (sha256,) = at_work.ask("select sha256 from jobs_storedfile where id = ?", file_id)
    assert (at_work.var / "files" / sha256[:2] / sha256[2:4] / sha256).read_bytes() == b"done"


def test_a_job_whose_message_was_lost_is_found_by_the_sweeper(at_work):
    assert at_work.finished("lost")[:2] == (JobState.DONE, 1)


def test_a_refusal_of_the_worker_is_kept_for_the_person(at_work):
    assert at_work.finished("refused")[:3] == (JobState.FAILED, 1, "В программе нет наставников. Добавьте людей и повторите.")


def test_a_torn_message_does_not_end_the_worker(at_work):
    """It lies in the queue before all others."""
    at_work.finished("delivered")

    assert not (at_work.var / "queue" / "messages" / "0_0_torn.celery.msg").exists()


def test_the_worker_shows_that_it_lives(at_work):
    at_work.finished("lost")

    assert at_work.ask("select count(*) from jobs_workerheartbeat") == (1,)
