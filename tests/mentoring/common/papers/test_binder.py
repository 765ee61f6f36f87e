from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from mentoring.common.papers import render_paper
from mentoring.common.papers.binder import Bound, bind, merge
from tests.mentoring.common.papers.specimen import SPECIMEN, order

PARTS = [("Приказы", "Приказ 1", 2), ("Приказы", "Приказ 2", 1), ("Мониторинг", "Отчёт", 3)]


def blank(pages: int, *, width: int = 595, height: int = 842) -> BytesIO:
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width, height)
    file = BytesIO()
    writer.write(file)
    file.seek(0)
    return file


def bound() -> list[Bound]:
    return [Bound(section, title, blank(pages)) for section, title, pages in PARTS]


def outline(reader: PdfReader) -> list[tuple[str, int]]:
    """Headings and what stands under them, with pages counted from 1."""

    def walk(items):
        for item in items:
            if isinstance(item, list):
                yield from walk(item)
            else:
                yield item.title, reader.get_destination_page_number(item) + 1

    return list(walk(reader.outline))


@pytest.mark.parametrize("height", [1, 2, 5])
def test_contents_tell_the_pages_where_things_begin_however_long_they_are(height):
    told = []

    def front(lines):
        told[:] = [line.page for line in lines]
        return blank(height).getvalue()

    reader = PdfReader(BytesIO(bind(bound(), title="Папка", front=front)))

    assert told == [height + 1, height + 3, height + 4]
    assert len(reader.pages) == height + 6
    sections = [("Приказы", height + 1), ("Приказ 1", height + 1), ("Приказ 2", height + 3)]
    assert outline(reader) == [*sections, ("Мониторинг", height + 4), ("Отчёт", height + 4)]


def test_every_page_carries_its_number_in_the_corner_of_any_sheet():
    lying = Bound("Приказы", "Таблица", blank(1, width=842, height=595))

    reader = PdfReader(BytesIO(bind([*bound(), lying], title="Папка", front=lambda lines: blank(1).getvalue())))

    assert [page.extract_text().strip() for page in reader.pages] == [str(number) for number in range(1, 9)]
    assert reader.pages[7].mediabox.width == 842


def test_pages_of_papers_keep_their_text():
    paper = render_paper(SPECIMEN, order()).pdf
    alone = [page.extract_text() for page in PdfReader(BytesIO(paper)).pages]

    merged = PdfReader(BytesIO(merge([BytesIO(paper), BytesIO(paper)], title="Письма")))

    assert [page.extract_text() for page in merged.pages] == alone * 2
    assert merged.metadata.title == "Письма"
