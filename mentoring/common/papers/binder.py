"""Many PDFs bound into one: contents with the pages where things begin, an outline, a page number on every sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from pypdf import PdfReader, PdfWriter, Transformation

from mentoring.common.papers.renderer import render_paper

NUMBERS = "papers/page_numbers.html"
MILLIMETRE = 72 / 25.4
FROM_EDGE = 5 * MILLIMETRE


@dataclass(frozen=True)
class Bound:
    """A PDF of the binding; parts with the same `section` stand under one heading of the outline."""

    section: str
    title: str
    content: BinaryIO


@dataclass(frozen=True)
class Line:
    """A line of the contents; a section begins on the page of its first part."""

    section: str
    title: str
    page: int


def bind(parts: Sequence[Bound], *, title: str, front: Callable[[list[Line]], bytes]) -> bytes:
    """`front(lines)` makes the sheets that stand first, usually a title and the contents; their number may depend on the lines."""
    readers = [PdfReader(part.content) for part in parts]
    first, lines = _front(parts, [len(reader.pages) for reader in readers], front)
    writer = PdfWriter()
    writer.append(first, import_outline=False)
    for reader in readers:
        writer.append(reader, import_outline=False)
    _number_pages(writer)
    _outline(writer, lines)
    writer.add_metadata({"/Title": title})
    return _bytes(writer)


def stack(contents: Sequence[BinaryIO], places: Sequence[tuple[str, str]], *, title: str, front: Callable[[list[Line]], bytes]) -> bytes:
    """Like `bind`, for files of many papers each: `places` are section and title of every paper, in order; its heading is in the outline.

    Papers that stand one after another with the same place are one line. Their sheets get no numbers: each is a paper of its own.
    """
    readers = [PdfReader(content) for content in contents]
    starts, before = [], 0
    for reader in readers:
        starts += [before + reader.get_destination_page_number(item) for item in reader.outline]
        before += len(reader.pages)
    pages = {}
    for place, start in zip(places, starts, strict=True):
        pages.setdefault(place, start)
    first, lines = _fitting(front, lambda height: [Line(*place, height + 1 + start) for place, start in pages.items()])
    writer = PdfWriter()
    for reader in (first, *readers):
        writer.append(reader, import_outline=False)
    _outline(writer, lines)
    writer.add_metadata({"/Title": title})
    return _bytes(writer)


def merge(contents: Sequence[BinaryIO], *, title: str) -> bytes:
    """One PDF after another and nothing else."""
    writer = PdfWriter()
    for content in contents:
        writer.append(content, import_outline=False)
    writer.add_metadata({"/Title": title})
    return _bytes(writer)


def _front(parts: Sequence[Bound], lengths: list[int], front: Callable) -> tuple[PdfReader, list[Line]]:
    return _fitting(
        front, lambda height: [Line(part.section, part.title, height + 1 + sum(lengths[:place])) for place, part in enumerate(parts)]
    )


def _fitting(front: Callable, lines_below: Callable[[int], list[Line]]) -> tuple[PdfReader, list[Line]]:
    """Laid out anew until it fits: the sheets of the contents move the pages that they name."""
    height = 0
    for _turn in range(3):
        lines = lines_below(height)
        reader = PdfReader(BytesIO(front(lines)))
        if len(reader.pages) == height:
            break
        height = len(reader.pages)
    return reader, lines


def _number_pages(writer: PdfWriter) -> None:
    """In the right lower corner, whatever the size of the sheet; the numbers of the papers themselves stay."""
    numbers = PdfReader(BytesIO(render_paper(NUMBERS, {"numbers": range(1, len(writer.pages) + 1)}).pdf))
    for page, number in zip(writer.pages, numbers.pages, strict=True):
        place = Transformation().translate(float(page.mediabox.right - number.mediabox.width) - FROM_EDGE, FROM_EDGE)
        page.merge_transformed_page(number, place)
        page.compress_content_streams()


def _outline(writer: PdfWriter, lines: list[Line]) -> None:
    section, heading = None, None
    for line in lines:
        if line.section != section:
            section, heading = line.section, writer.add_outline_item(title=line.section, page_number=line.page - 1)
        writer.add_outline_item(title=line.title, page_number=line.page - 1, parent=heading)


def _bytes(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
