"""Workbooks of this room."""

from io import BytesIO

from django.utils.translation import gettext as _

from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import write_workbook
from participants.queries.base_columns import BaseColumn, base_sheet, choice_values

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
        "date": _("a date as DD.MM.YYYY, for example 01.09.2012"),
        "integer": _("a whole number"),
    }.get(column.kind, _("any words"))
