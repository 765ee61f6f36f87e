"""Both bases as sheets: the recommended columns first, then the ones this product adds (participants/texts/columns.toml)."""

from collections.abc import Callable, Iterable, Iterator

from mentoring.common import reference
from mentoring.common.sheets.columns import Sheet, SheetColumn
from participants.enums import ImportBase
from participants.models import MenteeRecord, MentorRecord
from reports.documents.base_cells import CELLS, MENTEE_CELLS, MENTOR_CELLS

COLUMNS = "participants/texts/columns.toml"
KINDS = {"integer": "integer", "date": "date"}  # people and lists of people are text
WIDTHS = {"number": 6, "integer": 12, "date": 14}
PAGE = 500


def base_sheet(programme, base: str, *, extra: bool = True) -> Sheet:
    """One row a record, streamed; the same headings are understood by the import. Without `extra` the recommended columns alone."""
    template = reference.load(COLUMNS)
    entry = next(entry for entry in template["base"] if entry["code"] == base)
    cells = CELLS | (MENTOR_CELLS if base == ImportBase.MENTORS else MENTEE_CELLS)
    known = [column for column in entry["column"] if column["code"] in cells and (extra or not column.get("extra"))]
    columns = sorted(known, key=lambda column: column.get("extra", False))
    head = [SheetColumn(template["number_heading"], "integer", WIDTHS["number"]), *map(_sheet_column, columns)]
    makers = [cells[column["code"]] for column in columns]
    return Sheet(entry["sheet"], head, _rows(_records(programme, base), makers))


def base_title(base: str) -> str:
    return next(entry["title"] for entry in reference.load(COLUMNS)["base"] if entry["code"] == base)


def _sheet_column(column: dict) -> SheetColumn:
    kind = KINDS.get(column["kind"], "text")
    return SheetColumn(column["heading"], kind, WIDTHS.get(kind, 28))


def _rows(records: Iterable, makers: list[Callable]) -> Iterator[list]:
    for number, record in enumerate(records, 1):
        yield [number, *[make(record) for make in makers]]


def _records(programme, base: str) -> Iterator:
    if base == ImportBase.MENTORS:
        rows = MentorRecord.objects.filter(programme=programme).prefetch_related("pairs__form", "pairs__seats__mentee__person")
    else:
        rows = MenteeRecord.objects.filter(programme=programme).prefetch_related("seats__pair__form", "seats__pair__mentor__person")
    return rows.with_person().prefetch_related("person__guardians").iterator(chunk_size=PAGE)
