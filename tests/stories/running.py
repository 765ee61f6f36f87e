"""A copy of Tandem of its own: database, queue and files in one folder, the web server and the worker as processes."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAST_WORDS = 4000  # characters of each log


class TandemCopy:
    """Starts as `script/server` does, with the development settings. A context: everything that was started is stopped at its end."""

    def __init__(self, folder: Path):
        self.folder = folder
        (folder / "logs").mkdir(parents=True)
        self.environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}}
        self.environment |= {"TANDEM_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "mentoring.settings.development", "PYTHONUNBUFFERED": "1"}
        self.processes: list[subprocess.Popen] = []
        self.worker: subprocess.Popen | None = None
        self.address = ""

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        for process in reversed(self.processes):
            os.killpg(process.pid, signal.SIGKILL)  # nothing in the copy is worth a farewell
            process.wait()
        for log in sorted((self.folder / "logs").glob("*.log")):  # pytest shows them when the story has failed
            sys.stdout.write(f"{log.name}:\n{log.read_text(encoding='utf-8')[-LAST_WORDS:]}\n")

    def manage(self, *arguments: str) -> str:
        """Run a command of manage.py to its end and return what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def serve(self) -> None:
        """Start the web server; the socket listens already, so the first request waits until it answers."""
        with socket.create_server(("127.0.0.1", 0)) as door:
            self.address = f"http://127.0.0.1:{door.getsockname()[1]}"
            arguments = ("--workers", "1", "--threads", "4", "--preload", "--no-control-socket", "--log-level", "warning")
            self._start("web", "gunicorn", "mentoring.wsgi", "--bind", f"fd://{door.fileno()}", *arguments, pass_fds=[door.fileno()])

    def work(self) -> None:
        """Start the worker and the beat that sweeps for it."""
        quiet = ("--without-gossip", "--without-mingle", "--loglevel", "INFO")
        self.worker = self._start("worker", "celery", "-A", "mentoring", "worker", "--concurrency", "2", *quiet)
        self._start("beat", "celery", "-A", "mentoring", "beat", "--schedule", str(self.folder / "celerybeat-schedule"), "--pidfile=")

    @contextlib.contextmanager
    def busy_worker(self) -> Iterator[None]:
        """Inside, the worker gets to nothing: what it must do can be seen waiting, however quick the machine is."""
        os.killpg(self.worker.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self.worker.pid, signal.SIGCONT)

    def _start(self, name: str, *module: str, pass_fds=()) -> subprocess.Popen:
        with (self.folder / "logs" / f"{name}.log").open("w", encoding="utf-8") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", *module],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self.processes.append(process)
        return process
