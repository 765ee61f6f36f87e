"""Run as a process: reads a task as JSON and stores each of its files in a forked process, which may die on the way.

A case is killed at its `point` (before a file operation or a statement, on both sides of a commit) or `after` so many seconds.
Prints how each ended: 0 well, 3 without room on the disk, -9 killed. `in_place`: by a writer that is not atomic.
"""

import errno
import hashlib
import json
import os
import random
import resource
import signal
import sys
import threading

import django

django.setup()

from django.conf import settings  # noqa: E402 - after the set-up
from django.db import connection, transaction  # noqa: E402 - the same
from django_scopes import scope, scopes_disabled  # noqa: E402 - the same

from accounts.models import School  # noqa: E402 - the same
from jobs.services import store  # noqa: E402 - the same
from mentoring.common import storage  # noqa: E402 - the same

FILE_OPERATIONS = {"open", "mkdir", "write", "flush", "fsync", "replace", "rename", "unlink", "close"}
NO_ROOM = {errno.ENOSPC, errno.EFBIG}


class Points:
    """Counts the moments of a process; the chosen one is its last."""

    def __init__(self, last: int):
        self.last, self.passed = last, 0

    def reach(self) -> None:
        self.passed += 1
        if self.passed == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        commit = connection._commit
        connection._commit = lambda: self._around(commit)
        connection.execute_wrappers.append(self._before_statement)
        sys.setprofile(self._before_call)

    def _before_call(self, _frame, event: str, called) -> None:
        if event == "c_call" and called.__name__ in FILE_OPERATIONS:
            self.reach()

    def _around(self, work) -> None:
        self.reach()
        work()
        self.reach()

    def _before_statement(self, execute, *arguments):
        self.reach()
        return execute(*arguments)


def run_case(school: School, case: dict) -> int:
    child = os.fork()
    if not child:
        os._exit(store_one(school, case))
    if "after" in case:
        threading.Event().wait(case["after"])
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def store_one(school: School, case: dict) -> int:
    content = random.Random(case["seed"]).randbytes(case["size"])
    Points(case.get("point", 0)).watch()
    try:
        with scope(school=school), transaction.atomic():
            store(school_id=school.pk, name=f"{case['seed']}.bin", content_type="application/octet-stream", content=content)
    except OSError as error:
        return 3 if error.errno in NO_ROOM else 1
    return 0


def write_in_place(content: bytes) -> storage.StoredFile:
    """What must not be done: the file has its name before it has its bytes."""
    digest = hashlib.sha256(content).hexdigest()
    path = storage.stored_path(digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return storage.StoredFile(path, digest, len(content))


def main(task: dict) -> list[int]:
    settings.PRIVATE_ROOT = task["root"]
    if task["in_place"]:
        storage.store = write_in_place
    if task["largest_file"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (task["largest_file"], task["largest_file"]))
    with scopes_disabled():
        school = School.objects.get(pk=task["school"])
    connection.close()
    return [run_case(school, case) for case in task["cases"]]


if __name__ == "__main__":
    json.dump(main(json.load(sys.stdin)), sys.stdout)
