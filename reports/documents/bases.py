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
MODELS = {ImportBase.MENTORS: MentorRecord, ImportBase.MENTEES: MenteeRecord}
RELATED = {
    ImportBase.MENTORS: ("pairs__form", "pairs__seats__mentee__person"),
    ImportBase.MENTEES: ("seats__pair__form", "seats__pair__mentor__person"),
}


def base_sheet(programme, base: str, *, extra: bool = True) -> Sheet:
    """The whole base of a programme; the same headings are understood by the import. Without `extra` the recommended columns alone."""
    return sheet_of_records(MODELS[base].objects.filter(programme=programme).with_person(), base, extra=extra)


def sheet_of_records(records, base: str, *, extra: bool = False) -> Sheet:
    """One row a record, streamed in the order of `records` (`with_person()`)."""
    template = reference.load(COLUMNS)
    entry = next(entry for entry in template["base"] if entry["code"] == base)
    cells = CELLS | (MENTOR_CELLS if base == ImportBase.MENTORS else MENTEE_CELLS)
    known = [column for column in entry["column"] if column["code"] in cells and (extra or not column.get("extra"))]
    columns = sorted(known, key=lambda column: column.get("extra", False))
    head = [SheetColumn(template["number_heading"], "integer", WIDTHS["number"]), *map(_sheet_column, columns)]
    makers = [cells[column["code"]] for column in columns]
    full = records.prefetch_related("person__guardians", *RELATED[base]).iterator(chunk_size=PAGE)
    return Sheet(entry["sheet"], head, _rows(full, makers))


def base_title(base: str) -> str:
    return next(entry["title"] for entry in reference.load(COLUMNS)["base"] if entry["code"] == base)


def _sheet_column(column: dict) -> SheetColumn:
    kind = KINDS.get(column["kind"], "text")
    return SheetColumn(column["heading"], kind, WIDTHS.get(kind, 28))


def _rows(records: Iterable, makers: list[Callable]) -> Iterator[list]:
    for number, record in enumerate(records, 1):
        yield [number, *[make(record) for make in makers]]
