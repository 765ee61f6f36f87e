"""The site in gunicorn with one worker process, and the hand that kills the worker; gunicorn starts another."""

import contextlib
import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.test import Client

from accounts.middleware import SESSION_KEY
from tests import database
from tests.reports.killing.crew import wait_until

COMMAND = [
    sys.executable,
    "-m",
    "gunicorn",
    "tests.reports.killing.wsgi",
    "--workers=1",
    "--preload",
    "--no-control-socket",
    "--timeout=60",
    "--log-level=error",
]
LONGEST = 60  # seconds for a start or an answer on a busy machine
NEVER = 0


class Web:
    """A context in which `actor` is signed in. `unsafe`: without transactions."""

    def __init__(self, folder: Path, actor, *, unsafe: bool = False):
        own = {"DJANGO_SETTINGS_MODULE": "mentoring.settings.development", "TANDEM_VAR": str(folder)}
        self.environment = database.environment(**own, **({"UNSAFE_NO_TRANSACTION": "1"} if unsafe else {}))
        self.folder, self.port = folder, free_port()
        self.headers = _signed_in(actor)

    def __enter__(self):
        with (self.folder / "web.log").open("wb") as log:
            command = [*COMMAND, f"--bind=127.0.0.1:{self.port}"]
            self.master = subprocess.Popen(command, cwd=database.ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True)
        assert wait_until(self._answers, seconds=LONGEST), self._log()
        return self

    def __exit__(self, *fault):
        os.killpg(self.master.pid, signal.SIGKILL)
        self.master.wait()

    def post(self, address: str, told: dict, *, die_at: int = NEVER) -> int | None:
        """Press a button that sends `told`; returns how many points it passed, or None when its process died before it answered."""
        worker, points = self._worker(), self._ask(address, told, die_at)
        if points is None:
            self._wait_for_another(worker)
        return points

    def post_and_kill(self, address: str, told: dict, *, after: float) -> int | None:
        """The same, with the worker killed so many seconds after the button was pressed."""
        worker = self._worker()
        hand = threading.Timer(after, os.kill, (worker, signal.SIGKILL))
        hand.start()
        try:
            return self._ask(address, told, NEVER)
        finally:
            hand.join()
            self._wait_for_another(worker)

    def _ask(self, address: str, told: dict, die_at: int) -> int | None:
        site = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        with contextlib.closing(site), contextlib.suppress(http.client.RemoteDisconnected, ConnectionResetError):
            headers = {**self.headers, "X-Die-At": str(die_at), "Content-Type": "application/x-www-form-urlencoded"}
            site.request("POST", address, body=urlencode(told), headers=headers)
            answer = site.getresponse()
            assert answer.status == http.HTTPStatus.FOUND, f"{answer.status}: {self._log()}"
            return int(answer.headers["X-Points"])
        return None

    def is_quiet(self) -> bool:
        """No transaction of the site is open: the server has noticed whose owner is dead."""
        others = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        with connection.cursor() as cursor:
            cursor.execute(f"select count(*) {others} and xact_start is not null")
            return cursor.fetchone() == (0,)

    def _worker(self) -> int | None:
        children = Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children").read_text().split()
        return int(children[0]) if children else None

    def _wait_for_another(self, worker: int) -> None:
        assert wait_until(lambda: self._worker() not in {None, worker}, seconds=LONGEST)

    def _log(self) -> str:
        return (self.folder / "web.log").read_text()

    def _answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return self._worker() is not None
        return False


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _signed_in(actor) -> dict[str, str]:
    browser, token = Client(), secrets.token_hex(16)
    browser.force_login(actor.user)
    session = browser.session
    session[SESSION_KEY] = actor.pk
    session.save()
    cookies = {settings.SESSION_COOKIE_NAME: session.session_key, settings.CSRF_COOKIE_NAME: token}
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), "X-CSRFToken": token}
