"""Scans that are bound together with printed papers."""

import io
import warnings

from pikepdf import Pdf, PdfError
from PIL import Image, ImageOps

from mentoring.common.uploads import ScanType, UnreadableScan

SHEET = (8.27, 11.69)  # inches of A4
SHARPEST = 200  # points of an inch: a signature is read, and a folder of photographs can be sent


def scan_pdf(content: bytes, content_type: str) -> bytes:
    """The scan as a PDF: one that is a PDF as it is, a photograph on one A4 sheet, held as the camera was."""
    try:
        if content_type != ScanType.PDF:
            return _sheet(content)
        with Pdf.open(io.BytesIO(content)) as document:
            len(document.pages)
    except (PdfError, OSError, SyntaxError, ValueError) as fault:
        raise UnreadableScan from fault
    return content


def _sheet(content: bytes) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size was checked when the file came in
        picture = Image.open(io.BytesIO(content))
    longest = round(max(SHEET) * SHARPEST)
    picture.draft("RGB", (longest, longest))
    picture = ImageOps.exif_transpose(picture).convert("RGBA")
    picture.thumbnail((longest, longest))
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture)
    width, height = sorted(SHEET, reverse=paper.width > paper.height)
    file = io.BytesIO()
    paper.save(file, "PDF", resolution=max(paper.width / width, paper.height / height))
    return file.getvalue()
