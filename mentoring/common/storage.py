"""Files nobody may lose: written whole or not at all, found by their SHA-256 under `PRIVATE_ROOT`.

A name is made from the content, so the same paper stored twice is one file and a torn one is healed by storing it again (quality: T-48).
"""

import contextlib
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

SHA256 = re.compile(r"[0-9a-f]{64}")
PIECE = 1024 * 1024


@dataclass(frozen=True)
class StoredFile:
    """`path` is absolute, `size` in bytes; a row keeps the two others."""

    path: Path
    sha256: str
    size: int


def store(content: bytes | BinaryIO) -> StoredFile:
    """Keep `content`; after the return it survives a power cut. Call it before the row that points to it is committed."""
    root = Path(settings.PRIVATE_ROOT)
    _make_folder(root)
    with _temporary_file(root) as (temporary, stream):
        digest, size = hashlib.sha256(), 0
        for piece in _pieces(content):
            stream.write(piece)
            digest.update(piece)
            size += len(piece)
        _flush(stream)
        stored = StoredFile(stored_path(digest.hexdigest()), digest.hexdigest(), size)
        _make_folder(stored.path.parent)
        _put_in_place(temporary, stored.path)
    return stored


def stored_path(sha256: str) -> Path:
    """Where a file of this digest lives. Raises `ValueError` for anything but 64 lower-case hexadecimal digits."""
    if not SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256")
    return Path(settings.PRIVATE_ROOT) / sha256[:2] / sha256[2:4] / sha256


def open_stored(sha256: str) -> BinaryIO:
    """Open for reading. Raises `FileNotFoundError` when nothing is stored under the digest, `ValueError` when it is none."""
    return stored_path(sha256).open("rb")


@contextlib.contextmanager
def atomic_file(path: Path) -> Iterator[BinaryIO]:
    """A binary stream that becomes `path` when the block ends well; after a fault the old file stands and nothing is left over."""
    path = Path(path)
    with _temporary_file(path.parent) as (temporary, stream):
        yield stream
        _flush(stream)
        _put_in_place(temporary, path)


@contextlib.contextmanager
def _temporary_file(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    handle, name = tempfile.mkstemp(dir=folder, prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield Path(name), stream
    finally:
        Path(name).unlink(missing_ok=True)


def _pieces(content: bytes | BinaryIO) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        yield from iter(lambda: content.read(PIECE), b"")


def _flush(stream: BinaryIO) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def _put_in_place(temporary: Path, path: Path) -> None:
    temporary.replace(path)
    _sync_folder(path.parent)


def _make_folder(folder: Path) -> None:
    """Like `mkdir -p`; every new name is on disk before the file in it is."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
