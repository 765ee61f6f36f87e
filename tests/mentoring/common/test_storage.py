import errno
import hashlib
import io
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from mentoring.common.storage import atomic_file, open_stored, store, stored_path


@pytest.fixture
def root(settings, tmp_path) -> Path:
    settings.PRIVATE_ROOT = tmp_path / "deep" / "files"
    return settings.PRIVATE_ROOT


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("wrap", [bytes, io.BytesIO], ids=["bytes", "stream"])
def test_what_is_stored_is_found_by_its_digest(root, wrap):
    content = os.urandom(3_000_000)
    stored = store(wrap(content))
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert stored.size == len(content)
    assert files(root) == [stored.path]
    with open_stored(stored.sha256) as stream:
        assert stream.read() == content


def test_the_same_content_is_one_file_and_heals_a_torn_one(root):
    path = store(b"paper").path
    path.write_bytes(b"pa")
    assert store(b"paper").path == path
    assert path.read_bytes() == b"paper"
    assert files(root) == [path]


def test_other_users_of_the_machine_cannot_read(root):
    path = store(b"paper").path
    assert path.stat().st_mode & 0o077 == 0
    assert root.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "/etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n", "..%2f" + "0" * 59])
def test_only_a_digest_names_a_file(root, digest):
    with pytest.raises(ValueError, match="SHA-256"):
        open_stored(digest)


def test_a_digest_nobody_stored_is_not_found(root):
    with pytest.raises(FileNotFoundError):
        open_stored("0" * 64)


def test_a_full_disk_leaves_nothing_behind(root, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    root.mkdir(parents=True)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        store(b"paper")
    assert files(root) == []


def test_a_fault_while_writing_keeps_the_old_file(tmp_path):
    path = tmp_path / "report.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), atomic_file(path) as stream:
        stream.writelines([b"half of the new", None])
    assert path.read_bytes() == b"old"
    assert files(tmp_path) == [path]
    with atomic_file(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("moment", ["os.fsync", "pathlib.Path.replace"])
def test_a_killed_process_leaves_no_torn_file(root, moment):
    """The file is whole or absent; what is left of the attempt never bears a digest's name."""
    root.mkdir(parents=True)
    program = f"""
        import os, pathlib, signal
        from django.conf import settings
        settings.configure(PRIVATE_ROOT={str(root)!r})
        from mentoring.common.storage import store
        {moment} = lambda *arguments: os.kill(os.getpid(), signal.SIGKILL)
        store(b"paper" * 100_000)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert not stored_path(hashlib.sha256(b"paper" * 100_000).hexdigest()).exists()
    assert all(path.name.startswith(".incoming-") for path in files(root))
