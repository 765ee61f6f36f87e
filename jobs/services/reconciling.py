"""Stored files against their rows (quality: T-48): once a day by a worker, and by `manage.py check_files`."""

import contextlib
import datetime
import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django_scopes import scopes_disabled

from jobs.models import StorageCheck, StoredFile
from mentoring.common import storage

ASIDE = ".orphan-"
KEPT_FOR = datetime.timedelta(days=7)  # a file is written before its row: what is young may be waiting for a commit


logger = logging.getLogger(__name__)


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


def keep_findings(found: Findings, *, now: datetime.datetime) -> None:
    """What is lost stands in the log of the installation and on the first page of the administration of its school."""
    lost = found.missing + found.torn
    StorageCheck.objects.update_or_create(pk=1, defaults={"checked_at": now, "lost": lost})
    if lost:
        logger.error("%s stored files are missing or torn; `manage.py check_files` names them", len(lost))


def remove_orphans(orphans: list[Path], *, now: datetime.datetime) -> list[Path]:
    """Remove what is an orphan still: the same content stored again is a young file with the old name."""
    return [path for path in orphans if _is_old(path, now) and _remove(path, now)]


def _remove(path: Path, now: datetime.datetime) -> bool:
    """Looked at once more under a name that nobody writes to: what was stored again a moment ago is put back."""
    aside = path.with_name(f"{ASIDE}{path.name}")
    with contextlib.suppress(FileNotFoundError):
        path.rename(aside)
        if _is_old(aside, now):
            aside.unlink()
            return True
        aside.rename(path)
    return False


def _files() -> Iterator[Path]:
    """Files under a digest, and what was left of a write that was killed; nothing else is ours."""
    for path in sorted(Path(settings.PRIVATE_ROOT).rglob("*")):
        named = storage.SHA256.fullmatch(path.name) and path == storage.stored_path(path.name)
        if path.is_file() and (named or path.name.startswith((".incoming-", ASIDE))):
            yield path


def _is_old(path: Path, now: datetime.datetime) -> bool:
    """What has been finished or removed meanwhile is not."""
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_mtime < (now - KEPT_FOR).timestamp()
    return False


def _is_whole(digest: str) -> bool:
    with storage.open_stored(digest) as content:
        return hashlib.file_digest(content, "sha256").hexdigest() == digest
