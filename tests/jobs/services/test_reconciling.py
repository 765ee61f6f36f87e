"""T-48: rows and files agree, and only what nobody needs is removed."""

import datetime
import io
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_scopes import scope

from jobs.models import StorageCheck
from jobs.services import store
from jobs.services.reconciling import compare_files, remove_orphans
from jobs.tasks import check_files
from mentoring.common import storage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def root(settings, tmp_path) -> Path:
    settings.PRIVATE_ROOT = tmp_path / "files"
    return settings.PRIVATE_ROOT


@pytest.fixture
def kept(school):
    return store(school_id=school.pk, name="a.txt", content_type="text/plain", content=b"kept")


def aged(path: Path, days: int) -> Path:
    then = (timezone.now() - datetime.timedelta(days=days)).timestamp()
    os.utime(path, (then, then))
    return path


def check(*options) -> str:
    told = io.StringIO()
    call_command("check_files", *options, stdout=told)
    return told.getvalue()


def test_missing_and_torn_files_are_told_and_nothing_is_removed(school, kept):
    torn = store(school_id=school.pk, name="b.txt", content_type="text/plain", content=b"whole")
    storage.stored_path(torn.sha256).write_bytes(b"who")
    storage.stored_path(kept.sha256).unlink()

    found = compare_files(now=timezone.now())

    assert (found.missing, found.torn, found.orphans) == ([kept.sha256], [torn.sha256], [])
    with pytest.raises(CommandError, match="1 missing, 1 torn"):
        check("--remove")
    assert storage.stored_path(torn.sha256).exists()


def test_orphans_and_leftovers_older_than_a_week_are_removed(root, kept):
    orphan, leftover = aged(storage.store(b"orphan").path, 8), root / ".incoming-x"
    leftover.touch()
    aged(leftover, 8)
    aged(storage.stored_path(kept.sha256), 400)

    assert "2 of no row, 0 removed" in check()
    assert orphan.exists()
    assert "2 removed" in check("--remove")

    assert [path for path in root.rglob("*") if path.is_file()] == [storage.stored_path(kept.sha256)]


def test_a_young_orphan_and_what_is_not_ours_stay(root):
    young, note = aged(storage.store(b"orphan").path, 6), root / "README"
    note.touch()
    aged(note, 400)

    check("--remove")

    assert young.exists()
    assert note.exists()


def test_what_is_stored_again_while_it_is_being_removed_stays(root, monkeypatch):
    orphan, rename = aged(storage.store(b"orphan").path, 8), Path.rename

    def store_first(path, target):
        monkeypatch.setattr(Path, "rename", rename)
        storage.store(b"orphan")
        return path.rename(target)

    monkeypatch.setattr(Path, "rename", store_first)

    assert remove_orphans([orphan], now=timezone.now()) == []
    assert [path.read_bytes() for path in root.rglob("*") if path.is_file()] == [b"orphan"]


def test_a_file_that_is_finished_while_the_folder_is_read_is_no_orphan(root):
    root.mkdir(parents=True)
    (root / ".incoming-x").touch()

    assert remove_orphans([root / ".incoming-x", root / ".incoming-gone"], now=timezone.now()) == []


def test_the_daily_check_removes_orphans_and_keeps_what_is_lost(school, other_school, kept, caplog):
    orphan, loss = aged(storage.store(b"orphan").path, 8), storage.stored_path(kept.sha256)
    loss.unlink()

    check_files()

    assert not orphan.exists()
    assert StorageCheck.lost_files() == [kept]
    assert "1 stored files are missing or torn" in caplog.text
    with scope(school=other_school):
        assert StorageCheck.lost_files() == []

    storage.store(b"kept")
    check()
    assert StorageCheck.lost_files() == []


def test_an_empty_storage_is_no_fault():
    assert "all files of the rows are whole" in check()
