"""Pages of a scan: each as a file of its own, with a picture to look at and the QR codes that stand on it.

PDFium draws, ZXing reads codes at any angle. Run in a worker: PDFium is not made for threads.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy
import pypdfium2
import zxingcpp
from PIL import Image, ImageOps

from mentoring.common.uploads import ScanType, UnreadableScan

POINTS = 72  # of a PDF in an inch
RESOLUTIONS = (150, 300)  # dpi; the second look is for what the first could not read
LONGEST = 5_000  # points of a side, however large the page says it is
PREVIEW = 1_100  # points of the longer side: handwriting can be read
INK = 40  # so much darker than the paper
BLANK = 0.0008  # share of ink under which nothing is written


@dataclass(frozen=True)
class ScannedPage:
    """`number` from 1; `content` is the page alone, in the type of the scan; `preview` a JPEG that stands upright if a code says how."""

    number: int
    content: bytes
    preview: bytes
    codes: tuple[str, ...]
    is_blank: bool


def count_pages(content: bytes, content_type: str) -> int:
    if content_type != ScanType.PDF:
        return 1
    with _opened(content) as document:
        return len(document)


def read_pages(content: bytes, content_type: str, numbers: Iterable[int]) -> Iterator[ScannedPage]:
    """The pages of these numbers. Raises `UnreadableScan`."""
    if content_type != ScanType.PDF:
        yield _page(1, content, [_photograph(content)])
        return
    with _opened(content) as document:
        for number in numbers:
            yield _page(number, _alone(document, number), _drawings(document[number - 1]))


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        with pypdfium2.PdfDocument(content) as document:
            yield document
    except pypdfium2.PdfiumError as fault:
        raise UnreadableScan from fault


def _alone(document: pypdfium2.PdfDocument, number: int) -> bytes:
    file = io.BytesIO()
    with pypdfium2.PdfDocument.new() as single:
        single.import_pages(document, [number - 1])
        single.save(file)
    return file.getvalue()


def _drawings(page: pypdfium2.PdfPage) -> Iterator[Image.Image]:
    for resolution in RESOLUTIONS:
        scale = min(resolution / POINTS, LONGEST / max(page.get_size()))
        yield page.render(scale=scale, grayscale=True).to_pil()


def _photograph(content: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(content))
        picture.draft("L", (LONGEST, LONGEST))
        picture = ImageOps.exif_transpose(picture).convert("L")
    except OSError as fault:
        raise UnreadableScan from fault
    picture.thumbnail((LONGEST, LONGEST))
    return picture


def _page(number: int, content: bytes, pictures: Iterable[Image.Image]) -> ScannedPage:
    first, codes = None, []
    for picture in pictures:
        first = first or picture
        codes = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
        if codes:
            break
    turn = round(codes[0].orientation / 90) * 90 if codes else 0
    return ScannedPage(number, content, _preview(first, turn), tuple(sorted({code.text for code in codes})), not codes and _is_blank(first))


def _preview(picture: Image.Image, turn: int) -> bytes:
    small = ImageOps.contain(picture, (PREVIEW, PREVIEW)).rotate(turn, expand=True)
    file = io.BytesIO()
    small.save(file, "JPEG", quality=60)
    return file.getvalue()


def _is_blank(picture: Image.Image) -> bool:
    """Hardly anything is darker than the paper, the edges of the glass left out."""
    width, height = picture.size
    inner = numpy.asarray(picture.crop((width // 20, height // 20, width - width // 20, height - height // 20)))
    return float((inner < numpy.median(inner) - INK).mean()) < BLANK
