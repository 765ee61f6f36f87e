"""Copies of Tandem for the stories, and a browser that knows no network but this computer."""

import fcntl
import os
import shutil
import threading
from pathlib import Path

import pytest

from tests.stories.looking import Watch
from tests.stories.running import TandemCopy

DEMONSTRATION_PASSWORD = "tandem-2026"


@pytest.fixture(scope="session")
def browser_type_launch_args():
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    quiet.append("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
    return {"executable_path": os.environ.get("TANDEM_CHROMIUM", "/usr/bin/chromium"), "args": quiet}


def play_once(folder: Path) -> Path:
    """The demonstration year in `folder`. It is played by the first of the processes that test side by side."""
    year = folder / "year"
    with (folder / "year.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not year.exists():
            with TandemCopy(folder / "playing") as tandem:
                tandem.manage("migrate", "--verbosity", "0")
                tandem.manage("rehearse", "--demo", "--out", str(tandem.folder / "papers"))
            tandem.folder.rename(year)
    return year


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The demonstration year on a copy without a worker. It plays while the first story runs: call the result to get the copy."""
    own = tmp_path_factory.mktemp("stories")
    common = own.parents[1] if "PYTEST_XDIST_WORKER" in os.environ else own
    with TandemCopy(own / "demonstration") as tandem:

        def play():
            shutil.copytree(play_once(common), tandem.folder, dirs_exist_ok=True)
            tandem.serve()

        playing = threading.Thread(target=play)
        playing.start()

        def ready() -> TandemCopy:
            playing.join()
            assert tandem.address, "the demonstration year stopped half way"
            return tandem

        yield ready
        playing.join()


@pytest.fixture
def own_demonstration(demonstration, tmp_path):
    """A copy of the demonstration year without a worker, so that other stories keep those who wait in it."""
    folder = tmp_path / "tandem"
    shutil.copytree(demonstration().folder, folder, ignore=shutil.ignore_patterns("logs"))
    with TandemCopy(folder) as tandem:
        tandem.serve()
        yield tandem


@pytest.fixture
def empty_tandem(tmp_path, demonstration):
    """A copy with an empty database and a worker."""
    with TandemCopy(tmp_path / "tandem") as tandem:
        tandem.manage("migrate", "--verbosity", "0")
        tandem.serve()
        tandem.work()
        yield tandem


@pytest.fixture(scope="session")
def shapes():
    return set()


@pytest.fixture
def watch(shapes, record_property):
    watch = Watch(shapes=shapes)
    yield watch
    record_property("looked", [watch.pages, watch.checks])
    assert watch.faults == []


@pytest.fixture
def enter(browser, watch):
    """Call it with a kind of person, a copy, a login and a password; their browsers are closed when the story ends."""
    people = []

    def come(kind, tandem, login, password=DEMONSTRATION_PASSWORD, **options):
        person = kind(browser, tandem, watch, login, password, **options)
        people.append(person)
        person.given_i_am_signed_in()
        return person

    yield come
    for person in people:
        person.context.close()
