"""The site with points at which it dies. A request with the header `X-Die-At: 7` ends its process at the seventh point.

Points lie before every statement and on both sides of every commit; an answer tells in `X-Points` how many there were.
"""

import contextlib
import os
import signal

from django.db import connection
from django.db.backends.postgresql.features import DatabaseFeatures
from django.db.transaction import Atomic

from mentoring.wsgi import application as site

if os.environ.get("UNSAFE_NO_TRANSACTION"):
    # What must not be done: every statement is kept at once, nothing is locked.
    Atomic.__enter__ = lambda self: None
    Atomic.__exit__ = lambda self, *fault: None
    DatabaseFeatures.has_select_for_update = False


class Points:
    def __init__(self, dies_at: int):
        self.dies_at, self.passed = dies_at, 0

    def reach(self) -> None:
        self.passed += 1
        if self.passed == self.dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def before_statement(self, execute, *arguments):
        self.reach()
        return execute(*arguments)

    @contextlib.contextmanager
    def around_commits(self):
        real = connection._commit

        def commit():
            self.reach()
            real()
            self.reach()

        connection._commit = commit
        try:
            yield
        finally:
            connection._commit = real


def application(environ, start_response):
    points = Points(int(environ.get("HTTP_X_DIE_AT", 0)))

    def start(status, headers, *fault):
        return start_response(status, [*headers, ("X-Points", str(points.passed))], *fault)

    with connection.execute_wrapper(points.before_statement), points.around_commits():
        return site(environ, start)
