"""What the folder is made of: one list, read by the job that collects it and by the page that offers it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mentoring.common import clock
from participants.enums import ImportBase
from reports.documents.folder.papers import finished_documents, order_pdf_bytes, papers_of_pairs
from reports.documents.folder.tables import CONSENTS, LETTERS, MEETINGS, READERS, ROADMAP, ROWS, Table, base_table, table_paper
from reports.documents.monitoring_report import monitoring_report
from reports.documents.order import order_file_name
from reports.documents.register import register_paper
from reports.queries.folder_orders import folder_orders

ORDERS, DOCUMENTS, PLAN = "Приказы", "Документы", "Планирование"
PEOPLE, WORK, RESULTS = "Участники и согласия", "Работа пар", "Мониторинг"


@dataclass(frozen=True)
class Part:
    """`make()` gives the bytes of the PDF."""

    section: str
    title: str
    make: Callable[[], bytes]


def folder_parts(programme) -> Iterator[Part]:
    """Read lazily: a table of many rows is never whole in memory."""
    yield Part(ORDERS, "Журнал регистрации приказов", lambda: register_paper(programme.school, folder_orders(programme)).pdf)
    for order in folder_orders(programme).with_papers():
        yield Part(ORDERS, order_file_name(order).removesuffix(".pdf"), partial(order_pdf_bytes, order))
    yield from _tables(programme, ORDERS, READERS)
    yield from (Part(DOCUMENTS, *paper) for paper in finished_documents(programme, of_pairs=False))
    yield from _tables(programme, PLAN, ROADMAP)
    for base in ImportBase:
        yield from _tables(programme, PEOPLE, base_table(programme, base))
    yield from _tables(programme, PEOPLE, CONSENTS)
    yield from _tables(programme, WORK, MEETINGS)
    yield from (Part(WORK, *paper) for paper in papers_of_pairs(programme))
    yield from (Part(WORK, *paper) for paper in finished_documents(programme, of_pairs=True))
    yield Part(RESULTS, "Отчёт о мониторинге", lambda: monitoring_report(programme, clock.today()).pdf)


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
