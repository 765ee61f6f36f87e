"""Many PDFs bound into one: contents with the pages where things begin, an outline, a page number on every sheet."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate, groupby
from operator import attrgetter
from typing import BinaryIO

from pikepdf import ObjectStreamMode, OutlineItem, Page, Pdf, Rectangle

from mentoring.common.papers.renderer import render_paper

NUMBERS = "papers/page_numbers.html"
MILLIMETRE = 72 / 25.4
FROM_EDGE = 5 * MILLIMETRE
LINES_OF_A_SHEET = 28  # of the contents, roughly: a good guess saves laying them out twice


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
    with ExitStack() as opened:
        sources = [opened.enter_context(Pdf.open(part.content)) for part in parts]
        starts = accumulate((len(source.pages) for source in sources), initial=0)
        places = [(part.section, part.title, start) for part, start in zip(parts, starts, strict=False)]
        first, lines = _front(opened, places, front)
        whole = _joined(opened, [first, *sources])
        _number_pages(whole)
        return _saved(whole, title, lines)


def stack(contents: Sequence[BinaryIO], places: Sequence[tuple[str, str]], *, title: str, front: Callable[[list[Line]], bytes]) -> bytes:
    """Like `bind`, for files of many papers each: `places` are section and title of every paper, in order; its heading is in the outline.

    Papers that stand one after another with the same place are one line. Their sheets get no numbers: each is a paper of its own.
    """
    with ExitStack() as opened:
        sources = [opened.enter_context(Pdf.open(content)) for content in contents]
        starts, before = [], 0
        for source in sources:
            starts += [before + page for page in _headings(source)]
            before += len(source.pages)
        pages = {}
        for place, start in zip(places, starts, strict=True):
            pages.setdefault(place, start)
        first, lines = _front(opened, [(*place, start) for place, start in pages.items()], front)
        return _saved(_joined(opened, [first, *sources]), title, lines)


def merge(contents: Sequence[BinaryIO], *, title: str) -> bytes:
    """One PDF after another and nothing else."""
    with ExitStack() as opened:
        return _saved(_joined(opened, [opened.enter_context(Pdf.open(content)) for content in contents]), title, [])


def _joined(opened: ExitStack, sources: Sequence[Pdf]) -> Pdf:
    """In a new file: the tags of the first one would hide the pages of the others from a screen reader."""
    whole = opened.enter_context(Pdf.new())
    for source in sources:
        whole.pages.extend(source.pages)
    return whole


def _headings(paper: Pdf) -> list[int]:
    """Pages, from 0, that the outline of a paper leads to."""
    with paper.open_outline() as outline:
        return [Page(item.destination[0]).index for item in outline.root]


def _front(opened: ExitStack, places: Sequence[tuple[str, str, int]], front: Callable) -> tuple[Pdf, list[Line]]:
    """The sheets that stand first and what they tell. `places`: section, title and page from 0 behind them.

    Laid out anew until it fits: the sheets of the contents move the pages that they name.
    """
    height = 1 + len(places) // LINES_OF_A_SHEET
    for _turn in range(3):
        lines = [Line(section, title, height + 1 + start) for section, title, start in places]
        first = opened.enter_context(Pdf.open(BytesIO(front(lines))))
        if len(first.pages) == height:
            break
        height = len(first.pages)
    return first, lines


def _number_pages(whole: Pdf) -> None:
    """In the right lower corner, whatever the size of the sheet; the numbers of the papers themselves stay."""
    with Pdf.open(BytesIO(render_paper(NUMBERS, {"numbers": range(1, len(whole.pages) + 1)}).pdf)) as numbers:
        for page, number in zip(whole.pages, numbers.pages, strict=True):
            sheet, corner = Rectangle(page.mediabox), Rectangle(number.mediabox)
            left = sheet.urx - corner.width - FROM_EDGE
            page.add_overlay(number, Rectangle(left, sheet.lly + FROM_EDGE, left + corner.width, sheet.lly + FROM_EDGE + corner.height))


def _saved(whole: Pdf, title: str, lines: Sequence[Line]) -> bytes:
    """With the `lines` as the outline, under the headings of their sections."""
    with whole.open_outline() as outline:
        for section, below in groupby(lines, key=attrgetter("section")):
            items = [OutlineItem(line.title, line.page - 1) for line in below]
            heading = OutlineItem(section, items[0].destination)
            heading.children.extend(items)
            outline.root.append(heading)
    with whole.open_metadata() as metadata:
        metadata["dc:title"] = title
    file = BytesIO()
    whole.save(file, object_stream_mode=ObjectStreamMode.generate)
    return file.getvalue()
