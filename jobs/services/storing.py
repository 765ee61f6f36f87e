"""Putting bytes into private storage."""

from typing import BinaryIO

from jobs.models import StoredFile
from mentoring.common import storage


def store(*, school_id: int, name: str, content_type: str, content: bytes | BinaryIO) -> StoredFile:
    """Write the bytes to the disk, then the row that points to them."""
    kept = storage.store(content)
    return StoredFile.objects.create(school_id=school_id, name=name, content_type=content_type, sha256=kept.sha256, size=kept.size)
