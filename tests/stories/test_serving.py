"""The README's own command, on a demonstration year that was played before."""

import os
import shutil
import signal
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.stories.running import ROOT

pytestmark = pytest.mark.browser


@contextmanager
def server_on(folder):
    """(the process of script/server, its port), from the line that says where Tandem is."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {"PATH": "/usr/bin:/bin", "TANDEM_VAR": str(folder)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(["script/server", str(port)], cwd=ROOT, env=environment, **pipes) as server:
        try:
            next(line for line in server.stdout if "Tandem is at" in line)
            yield server, port
        finally:
            server.terminate()


def children_of(server) -> dict[str, int]:
    """Process ids by what they are."""
    children = map(int, Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split())
    told = {child: Path(f"/proc/{child}/cmdline").read_text().split("\0") for child in children}
    return {name: child for child, words in told.items() for name in ("gunicorn", "worker", "beat") if name in words}


@pytest.mark.skipif(not Path("/proc").exists(), reason="the children of a process are looked up in /proc")
def test_the_server_serves_and_stops_whole_when_its_beat_is_killed(demonstration, browser, tmp_path):
    folder = shutil.copytree(demonstration().folder, tmp_path / "tandem", ignore=shutil.ignore_patterns("logs"))
    with server_on(folder) as (server, port):
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        expect(page.get_by_role("button", name="Войти")).to_be_visible()
        children = children_of(server)
        assert sorted(children) == ["beat", "gunicorn", "worker"]

        os.kill(children["beat"], signal.SIGKILL)
        _told, fault = server.communicate(timeout=60)

        assert (server.returncode, "The beat stopped, so everything else was stopped too." in fault) == (1, True)
        assert [child for child in children.values() if Path(f"/proc/{child}").exists()] == []
