"""The two bases as a curator would bring them: XLSX with the recommended headings."""

from io import BytesIO

from mentoring.common.reference import load
from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import write_workbook

COLUMNS = load("participants/texts/columns.toml")
KIND_WORDS = {
    value["code"]: value["words"][0] for choice in COLUMNS["choice"] if choice["code"] == "person_kind" for value in choice["values"]
}
CELL_KINDS = {"date": "date", "integer": "integer"}


def base_workbook(base: str, rows: list[dict]) -> bytes:
    """Write rows {code of a column: value} under the headings of `base` (mentors or mentees)."""
    described = next(entry for entry in COLUMNS["base"] if entry["code"] == base)
    columns = [column for column in described["column"] if column["imported"] and any(row.get(column["code"]) for row in rows)]
    head = [SheetColumn(column["heading"], _kind(column, rows), 24) for column in columns]
    cells = [[_cell(row, column["code"]) for column in columns] for row in rows]
    file = BytesIO()
    write_workbook(file, [Sheet(described["sheet"], head, cells)])
    return file.getvalue()


def _kind(column: dict, rows: list[dict]) -> str:
    """A column where somebody has typed words for a date is text, as Excel would have it."""
    kind = CELL_KINDS.get(column["kind"], "text")
    return "text" if any(isinstance(row.get(column["code"]), str) for row in rows) else kind


def _cell(row: dict, code: str):
    value = row.get(code)
    return KIND_WORDS[value] if code == "person_kind" else value
