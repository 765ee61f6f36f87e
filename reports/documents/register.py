"""The register of orders, on paper and as a workbook: each series is a register of its own, as its numbers are."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import translation

from mentoring.common import clock
from mentoring.common.papers import Paper, render_paper
from mentoring.common.sheets.columns import CellKind, Sheet, SheetColumn
from reports.presenters.orders import amendment_words
from reports.queries.numbering import series_titles

TITLE = "Журнал регистрации приказов"
COLUMNS = (
    SheetColumn("№ п/п", CellKind.INTEGER, 8),
    SheetColumn("Номер", CellKind.TEXT, 14),
    SheetColumn("Дата", CellKind.DATE, 12),
    SheetColumn("Заголовок", CellKind.TEXT, 60),
    SheetColumn("Кто подписал", CellKind.TEXT, 24),
    SheetColumn("Исполнитель", CellKind.TEXT, 24),
    SheetColumn("Кем отменён или изменён", CellKind.TEXT, 36),
    SheetColumn("Ознакомление", CellKind.TEXT, 18),
)


@dataclass(frozen=True)
class Section:
    """The orders of one series, in the values of `COLUMNS`."""

    title: str
    rows: list[list]


def register_paper(school, orders) -> Paper:
    sections = register_sections(orders)
    facts = {"school": school.full_name, "title": TITLE, "headings": [column.heading for column in COLUMNS], "sections": sections}
    return render_paper("reports/papers/order_register.html", {**facts, "on": clock.today()})


def register_sheets(orders) -> Iterator[Sheet]:
    for section in register_sections(orders):
        yield Sheet(section.title or TITLE, COLUMNS, section.rows)


def register_sections(orders) -> list[Section]:
    """Whatever has a number. A register without orders is one empty section."""
    found: dict[str, list[list]] = {}
    with translation.override("ru"):
        for order in orders.in_register().with_people().with_amendments().with_readers().defer("payload", "details", "texts"):
            rows = found.setdefault(order.series, [])
            rows.append([len(rows) + 1, *_row(order)])
        titles = {code: str(title) for code, title in series_titles().items()}
    return [Section(titles[code], found[code]) for code in titles if code in found] or [Section("", [])]


def _row(order) -> list:
    amendments = "; ".join(amendment_words(row) for row in order.amendments)
    signatory = str(order.signed_by.user) if order.signed_by else ""
    return [order.number, order.signed_on, order.title, signatory, str(order.author.user), amendments, _readers(order)]


def _readers(order) -> str:
    if not order.readers:
        return ""
    return f"{order.read_on:%d.%m.%Y}, все ({order.readers})" if order.read == order.readers else f"{order.read} из {order.readers}"
