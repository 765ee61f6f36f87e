"""Stored files against their rows (quality: T-48)."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django_scopes import scopes_disabled

from jobs.models import StoredFile
from mentoring.common import storage

KEPT_FOR = datetime.timedelta(days=7)  # a file is written before its row: what is young may be waiting for a commit


@dataclass(frozen=True)
class Findings:
    """`missing` and `torn` are digests that rows point to; `orphans` files older than a week that no row knows."""

    missing: list[str]
    torn: list[str]
    orphans: list[Path]


def compare_files(*, now: datetime.datetime) -> Findings:
    with scopes_disabled():
        known = set(StoredFile.objects.values_list("sha256", flat=True))
    missing = [digest for digest in sorted(known) if not storage.stored_path(digest).exists()]
    torn = [digest for digest in sorted(known.difference(missing)) if not _is_whole(digest)]
    return Findings(missing, torn, [path for path in _files() if path.name not in known and _is_old(path, now)])


def remove_orphans(orphans: list[Path], *, now: datetime.datetime) -> list[Path]:
    """Remove what is an orphan still: the same content stored again is a young file with the old name."""
    gone = [path for path in orphans if _is_old(path, now)]
    for path in gone:
        path.unlink()
    return gone


def _files() -> Iterator[Path]:
    """Files under a digest, and what was left of a write that was killed; nothing else is ours."""
    for path in sorted(Path(settings.PRIVATE_ROOT).rglob("*")):
        named = storage.SHA256.fullmatch(path.name) and path == storage.stored_path(path.name)
        if path.is_file() and (named or path.name.startswith(".incoming-")):
            yield path


def _is_old(path: Path, now: datetime.datetime) -> bool:
    return path.stat().st_mtime < (now - KEPT_FOR).timestamp()


def _is_whole(digest: str) -> bool:
    with storage.open_stored(digest) as content:
        return hashlib.file_digest(content, "sha256").hexdigest() == digest
