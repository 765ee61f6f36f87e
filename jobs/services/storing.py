"""Putting bytes into private storage."""

from typing import BinaryIO

from jobs.models import StoredFile
from mentoring.common import storage
from mentoring.common.file_names import safe_file_name


def store(*, school_id: int, name: str, content_type: str, content: bytes | BinaryIO) -> StoredFile:
    """Write the bytes to the disk, then the row that points to them."""
    kept = storage.store(content)
    words = {"name": safe_file_name(name), "content_type": content_type}
    return StoredFile.objects.create(school_id=school_id, **words, sha256=kept.sha256, size=kept.size)
