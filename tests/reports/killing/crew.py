"""A Celery worker with two children, and the hand that kills it: a child as often as the whole worker."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from tests import database

CELERY = [sys.executable, "-m", "celery", "-A", "mentoring"]
WORKER = [*CELERY, "worker", "--concurrency=2", "--loglevel=WARNING", "--without-gossip", "--without-mingle"]
BEAT = [*CELERY, "beat", "--loglevel=WARNING", "--pidfile="]  # a process of its own, as in production (docs/deploying.md)
RECOVERY = 60  # seconds after the last kill
STANDSTILL = 120  # seconds without progress that are no wait for a lease any more


class Crew:
    """A context; `kills` counts what was killed. `unsafe`: Celery's defaults without the sweeper. `quick`: short lease and sweep."""

    def __init__(self, folder: Path, *, unsafe: bool = False, quick: bool = False):
        self.folder, self.unsafe, self.kills, self.chance = folder, unsafe, 0, random.Random(2026)
        own = {"DJANGO_SETTINGS_MODULE": "tests.reports.killing.settings", "TANDEM_VAR": str(folder)}
        own |= {"UNSAFE_EARLY_ACK": "1"} if unsafe else {}
        own |= {"QUICK": "1"} if quick else {}
        self.environment = database.environment(**own)
        settings.PRIVATE_ROOT = folder / "files"

    def __enter__(self):
        self.worker = self.beat = None
        self.log = (self.folder / "worker.log").open("ab")
        self.start()
        return self

    def __exit__(self, *fault):
        self._kill_all()
        self.log.close()

    def start(self) -> None:
        self.worker = self._begun(WORKER)
        if not self.unsafe:
            self.beat = self._begun([*BEAT, "--schedule", str(self.folder / "beat")])

    def _begun(self, command: list[str]) -> subprocess.Popen:
        return subprocess.Popen(command, cwd=database.ROOT, env=self.environment, stdout=self.log, stderr=self.log, start_new_session=True)

    def kill(self) -> None:
        """A child of the worker, which the worker replaces, or everything at once, which is started again."""
        children = self.children()
        if children and self.chance.random() < 0.5:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.chance.choice(children), signal.SIGKILL)
        else:
            self._kill_all()
            self.start()
        self.kills += 1

    def children(self) -> list[int]:
        """Those that run tasks."""
        try:
            return [int(pid) for pid in Path(f"/proc/{self.worker.pid}/task/{self.worker.pid}/children").read_text().split()]
        except OSError:
            return []

    def _kill_all(self) -> None:
        for process in filter(None, (self.worker, self.beat)):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def kill_at_work(self, times: int, *, done: Callable[[], int], of: int) -> None:
        """`times` kills at random points, spread over the work so that a tenth of it is left for after the last one."""
        for number in range(1, times + 1):
            reached = number * (of - of // 10) // (times + 1)
            assert wait_until(lambda reached=reached: done() >= reached, seconds=STANDSTILL), f"{done()} of {of} are done"
            self.pause(0.5)
            assert done() < of, f"the work was done before kill {number} of {times}"
            self.kill()

    def pause(self, longest: float) -> None:
        threading.Event().wait(self.chance.uniform(0, longest))


def wait_until(condition: Callable[[], bool], *, seconds: float) -> bool:
    until, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        if time.monotonic() > until:
            return False
        pause.wait(0.2)
    return True
