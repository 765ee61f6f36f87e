"""What the folder is made of, by chapters."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mentoring.common import clock
from participants.enums import ImportBase
from reports.documents.folder.papers import finished_documents, order_pdf_bytes, papers_of_pairs
from reports.documents.folder.tables import CONSENTS, LETTERS, MEETINGS, READERS, ROADMAP, ROWS, Table, base_table, table_paper
from reports.documents.monitoring_report import monitoring_report
from reports.documents.order import order_file_name
from reports.documents.register import TITLE, register_paper
from reports.enums import FolderChapter
from reports.queries.folder_orders import folder_orders

ORDERS, DOCUMENTS, PLAN = "Приказы", "Документы", "Планирование"
PEOPLE, WORK, RESULTS = "Участники и согласия", "Работа пар", "Мониторинг"


@dataclass(frozen=True)
class Part:
    """`make()` gives the bytes of the PDF."""

    section: str
    title: str
    make: Callable[[], bytes]


def chapter_parts(programme, chapter: FolderChapter, keys: list[int]) -> Iterator[Part]:
    """Read lazily. `keys`: those of `folder_chapters`, or some of them."""
    yield from CHAPTERS[chapter](programme, keys)


def _register(programme, keys) -> Iterator[Part]:
    yield Part(ORDERS, TITLE, lambda: register_paper(programme.school, folder_orders(programme)).pdf)


def _orders(programme, keys) -> Iterator[Part]:
    for order in folder_orders(programme).with_papers().filter(pk__in=keys):
        yield Part(ORDERS, order_file_name(order).removesuffix(".pdf"), partial(order_pdf_bytes, order))


def _monitoring(programme, keys) -> Iterator[Part]:
    yield Part(RESULTS, "Отчёт о мониторинге", lambda: monitoring_report(programme, clock.today()).pdf)


def _papers(section: str, find: Callable) -> Callable:
    return lambda programme, keys: (Part(section, *paper) for paper in find(programme, keys))


def _base(base: ImportBase) -> Callable:
    return lambda programme, keys: _tables(programme, PEOPLE, base_table(programme, base))


def _table(section: str, table: Table) -> Callable:
    return lambda programme, keys: _tables(programme, section, table)


def _tables(programme, section: str, table: Table) -> Iterator[Part]:
    """One part, or several of a long table; an empty one says that it is empty."""
    for number, piece in enumerate(_pieces(table.rows(programme)), 1):
        title = table.title if number == 1 else f"{table.title}, лист {number}"
        yield Part(section, title, partial(table_paper, programme, table, piece))


def _pieces(rows: Iterable[list]) -> Iterator[list[list]]:
    """At least one, be it empty; a piece ends with `ROWS` rows or with `LETTERS` letters."""
    piece, letters, is_first = [], 0, True
    for row in rows:
        piece.append(row)
        letters += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(piece) == ROWS or letters > LETTERS:
            yield piece
            piece, letters, is_first = [], 0, False
    if piece or is_first:
        yield piece


CHAPTERS: dict[FolderChapter, Callable] = {
    FolderChapter.REGISTER: _register,
    FolderChapter.ORDERS: _orders,
    FolderChapter.READERS: _table(ORDERS, READERS),
    FolderChapter.DOCUMENTS: _papers(DOCUMENTS, finished_documents),
    FolderChapter.ROADMAP: _table(PLAN, ROADMAP),
    FolderChapter.MENTORS: _base(ImportBase.MENTORS),
    FolderChapter.MENTEES: _base(ImportBase.MENTEES),
    FolderChapter.CONSENTS: _table(PEOPLE, CONSENTS),
    FolderChapter.MEETINGS: _table(WORK, MEETINGS),
    FolderChapter.PAIRS: _papers(WORK, papers_of_pairs),
    FolderChapter.PAIR_DOCUMENTS: _papers(WORK, finished_documents),
    FolderChapter.MONITORING: _monitoring,
}
