"""Workbooks of this room."""

from io import BytesIO

from django.utils.translation import gettext as _

from mentoring.common.sheets.cells import parse_text
from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import write_workbook
from participants.models import ImportBatch
from participants.queries.base_columns import BaseColumn, base_sheet, choice_values, reason_heading
from participants.queries.import_source import source_rows

CELL_KINDS = {"date": "date", "integer": "integer"}


def empty_base(base: str) -> BytesIO:
    """The columns that an import reads, and a second sheet that says what each holds."""
    described = base_sheet(base)
    head = [
        SheetColumn(column.heading, CELL_KINDS.get(column.kind, "text"), max(16, min(40, len(column.heading))))
        for column in described.imported
    ]
    guide = [SheetColumn(_("Column"), width=56), SheetColumn(_("Needed"), width=16), SheetColumn(_("What to write"), width=80)]
    lines = [[column.heading, _("yes") if column.required else _("no"), _what_to_write(column)] for column in described.imported]
    file = BytesIO()
    write_workbook(file, [Sheet(described.sheet, head, []), Sheet(_("How to fill it in"), guide, lines)])
    file.seek(0)
    return file


def _what_to_write(column: BaseColumn) -> str:
    if column.choices:
        return _("one of: %(words)s") % {"words": ", ".join(word for _code, word in choice_values(column.choices))}
    return {
        "person": _("surname, name and patronymic in full"),
        "persons": _("full names, separated by a comma or a semicolon; they are remembered as wished partners"),
        "date": _("a date as DD.MM.YYYY, for example 01.09.2012"),
        "integer": _("a whole number"),
    }.get(column.kind, _("any words"))


def bad_rows_workbook(batch: ImportBatch) -> BytesIO:
    """The rows with errors as they came in, every cell as text, and a last column that says what to correct."""
    reasons: dict[int, list[str]] = {}
    for problem in batch.problems:
        reasons.setdefault(problem["row"], []).append(f"{problem['letter']}: {problem['expected']}")
    headings = batch.source["headings"]
    kept = [position for position, heading in enumerate(headings) if heading != reason_heading()]
    columns = [SheetColumn(headings[position], width=24) for position in kept]
    rows = (
        [*(parse_text(row.value(position + 1)) or None for position in kept), "\n".join(reasons[row.number])]
        for row in source_rows(batch.source, reasons)
    )
    file = BytesIO()
    write_workbook(file, [Sheet(base_sheet(batch.base).sheet, [*columns, SheetColumn(reason_heading(), width=60)], rows)])
    file.seek(0)
    return file
