"""Scans of papers: a PDF or a photograph, and nothing that a browser or a reader would run."""

import io
import os
import warnings
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image

from mentoring.common.refusal import Refusal
from mentoring.common.uploads.foreign import holds_another_file
from mentoring.common.uploads.pdf import is_active, is_whole

MB = 1024 * 1024
MAX_SCAN = 20 * MB
MAX_PIXELS = 100_000_000  # a page at 600 dpi has 35 million


class ScanType(StrEnum):
    """The content type under which a scan is stored."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"


STARTS = {ScanType.PDF: b"%PDF-", ScanType.JPEG: b"\xff\xd8\xff", ScanType.PNG: b"\x89PNG\r\n\x1a\n"}
ENDINGS = {".pdf": ScanType.PDF, ".jpg": ScanType.JPEG, ".jpeg": ScanType.JPEG, ".png": ScanType.PNG}


class UnsafeUpload(Refusal):
    """The file is not one that may be kept."""


class UnreadableScan(Exception):
    """The file cannot be opened as what it says it is."""


@dataclass(frozen=True)
class Scan:
    content: bytes
    type: ScanType


def check_scan(upload: BinaryIO, name: str, *, limit: int = MAX_SCAN) -> Scan:
    """The whole content and what it is; `limit` is in bytes. Raises `UnsafeUpload` unless content and name say the same type."""
    size = upload.seek(0, os.SEEK_END)
    upload.seek(0)
    if not size:
        raise UnsafeUpload(_("The file is empty. Scan the paper again and upload the new file."))
    if size > limit:
        raise UnsafeUpload(_("The file is larger than %(limit)s MB. Scan with 150–200 dpi or split it.") % {"limit": limit // MB})
    start = upload.read(max(map(len, STARTS.values())))
    found = next((kind for kind, signature in STARTS.items() if start.startswith(signature)), None)
    if found is None or ENDINGS.get(PurePath(name).suffix.lower()) != found:
        raise UnsafeUpload(_("This is not a scan: its content is not what the name says. Upload a PDF, or a photograph as JPEG or PNG."))
    content = start + upload.read()
    if holds_another_file(content):
        raise UnsafeUpload(_("The file is built like an attack and was not kept. Scan the paper again and upload the new file."))
    (_check_pdf if found == ScanType.PDF else _check_image)(content, found)
    return Scan(content, found)


def _check_pdf(content: bytes, found: ScanType) -> None:
    if not is_whole(content):
        raise _damaged()
    if is_active(content):
        raise UnsafeUpload(
            _("This PDF holds programs, attachments or a password, so it is not a plain scan. Print it as a new PDF and upload that file.")
        )


def _check_image(content: bytes, found: ScanType) -> None:
    """The header alone is read for the size; PNG has checksums, so it is read to its end."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit stands below
            image = Image.open(io.BytesIO(content), formats=[found.name])
        if image.width * image.height > MAX_PIXELS:
            raise UnsafeUpload(_("The picture is too large: more than 100 million points. Scan with 150–200 dpi."))
        image.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise _damaged() from fault


def _damaged() -> UnsafeUpload:
    return UnsafeUpload(_("The file is damaged. Scan the paper again and upload the new file."))
