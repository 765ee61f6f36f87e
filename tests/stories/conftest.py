"""Copies of Tandem for the stories, and a browser that knows no network but this computer."""

import fcntl
import os
import shutil
import threading
from collections.abc import Callable
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


def once(folder: Path, name: str, fill: Callable[[TandemCopy], object]) -> Path:
    """The copy `name` in `folder`. It is filled by the first of the processes that test side by side."""
    made = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            with TandemCopy(folder / f"{name}.unfinished") as tandem:
                fill(tandem)
            tandem.folder.rename(made)
    return made


def empty_in(folder: Path) -> Path:
    return once(folder, "empty", lambda tandem: tandem.manage("migrate", "--verbosity", "0"))


def year_in(folder: Path) -> Path:
    """The demonstration year."""

    def play(tandem):
        shutil.copytree(empty_in(folder), tandem.folder, dirs_exist_ok=True)
        tandem.manage("rehearse", "--demo")

    return once(folder, "year", play)


@pytest.fixture(scope="session")
def common(tmp_path_factory):
    """The folder that the processes of one run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory, common):
    """The demonstration year on a copy without a worker. It plays while the first story runs: call the result to get the copy."""
    with TandemCopy(tmp_path_factory.mktemp("stories") / "demonstration") as tandem:

        def play():
            shutil.copytree(year_in(common), tandem.folder, dirs_exist_ok=True)
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
def empty_tandem(tmp_path, demonstration, common):
    """A copy with an empty database and a worker."""
    with TandemCopy(tmp_path / "tandem") as tandem:
        shutil.copytree(empty_in(common), tandem.folder, dirs_exist_ok=True)
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
