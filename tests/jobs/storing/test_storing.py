"""T-48: files are stored by processes that are killed or find the disk full. `TANDEM_CASES=100` runs the full size."""

import datetime
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils import timezone
from django_scopes import scope

from jobs.models import StoredFile
from jobs.services.reconciling import KEPT_FOR, compare_files, remove_orphans
from mentoring.common import storage
from tests import database
from tests.factories.accounts import SchoolFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

CASES = int(os.environ.get("TANDEM_CASES", "24"))
POINTS = 45  # a little more than a storing has: the last ones end well
SIZE = 600_000
ROOM = 4 * SIZE
KILLED, WELL, FULL = -9, 0, 3


@pytest.fixture
def school():
    with scope(school=(school := SchoolFactory())):
        yield school


@pytest.fixture
def small_disk(tmp_path):
    """A folder with room for a few files, and the size of the largest file where only root could mount such a disk."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", folder], check=False).returncode:
        yield folder, SIZE // 2
        return
    try:
        yield folder, 0
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def store_each(school, root: Path, cases: list[dict], *, largest_file: int = 0, in_place: bool = False) -> list[int]:
    task = {"school": school.pk, "root": str(root), "cases": cases, "largest_file": largest_file, "in_place": in_place}
    program = [sys.executable, "-m", "tests.jobs.storing.program"]
    environment = database.environment(DJANGO_SETTINGS_MODULE="mentoring.settings.test")
    heard = {"stdout": subprocess.PIPE, "text": True}
    answer = subprocess.run(program, cwd=database.ROOT, env=environment, input=json.dumps(task), check=True, **heard)
    return json.loads(answer.stdout)


def test_no_row_points_to_a_missing_or_torn_file_when_processes_are_killed(school, settings, tmp_path, figure):
    settings.PRIVATE_ROOT, chance = tmp_path / "files", random.Random(2026)
    kept = [{"seed": number, "size": SIZE} for number in range(0, CASES, 2)]
    killings = [{"point": 1 + number * 7 % POINTS} if number % 3 else {"after": chance.uniform(0, 0.05)} for number in range(CASES)]
    store_each(school, settings.PRIVATE_ROOT, kept)
    # Every other killed process stores what is there already: it must not touch the file of a row.
    ended = store_each(school, settings.PRIVATE_ROOT, [{"seed": number, "size": SIZE, **case} for number, case in enumerate(killings)])

    orphans = assert_files_are_whole()
    assert set(ended) == {KILLED, WELL}
    assert StoredFile.objects.count() >= ended.count(WELL)
    assert orphans > 0
    figure("files.killed", ended.count(KILLED))
    figure("files.orphans_removed", orphans)


def test_a_writer_that_is_not_atomic_tears_the_file_of_a_row(school, settings, tmp_path):
    """The control: killed at each of its points while it stores what is there already."""
    settings.PRIVATE_ROOT = tmp_path / "files"
    kept = [{"seed": point, "size": SIZE} for point in range(1, 7)]
    store_each(school, settings.PRIVATE_ROOT, kept)

    store_each(school, settings.PRIVATE_ROOT, [{**case, "point": case["seed"]} for case in kept], in_place=True)

    assert compare_files(now=timezone.now()).torn != []


def test_a_full_disk_tears_nothing_and_takes_files_again_when_there_is_room(school, settings, small_disk, figure):
    settings.PRIVATE_ROOT, largest_file = small_disk
    cases = [{"seed": number, "size": SIZE if number % 2 else SIZE // 8} for number in range(CASES)]
    ended = store_each(school, settings.PRIVATE_ROOT, cases, largest_file=largest_file)

    figure("files.without_room", ended.count(FULL))
    assert set(ended) == {WELL, FULL}
    assert StoredFile.objects.count() == ended.count(WELL)
    assert_files_are_whole()
    kept = StoredFile.objects.first()
    storage.stored_path(kept.sha256).unlink()
    assert store_each(school, settings.PRIVATE_ROOT, [{"seed": int(kept.name[:-4]), "size": kept.size}]) == [WELL]
    assert_files_are_whole()


def assert_files_are_whole() -> int:
    """Nothing is missing or torn; what was left over is removed when it is old, and only that. Returns how much that was."""
    later = timezone.now() + KEPT_FOR + datetime.timedelta(hours=1)
    found = compare_files(now=later)
    assert (found.missing, found.torn) == ([], [])
    assert compare_files(now=timezone.now()).orphans == []
    remove_orphans(found.orphans, now=later)
    root = storage.stored_path("0" * 64).parents[2]
    kept = {path.name for path in root.rglob("*") if path.is_file()}
    assert kept == set(StoredFile.objects.values_list("sha256", flat=True))
    return len(found.orphans)
