"""Rows to XLSX, streamed: memory does not grow with the number of rows."""

import datetime
import os
from collections.abc import Callable, Iterable
from numbers import Number
from typing import BinaryIO, Self

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from mentoring.common.sheets.charts import add_chart
from mentoring.common.sheets.columns import CellKind, Sheet, SheetColumn
from mentoring.common.sheets.texts import clean_text, sheet_name

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DATE_FORMATS = {CellKind.DATE: "DD.MM.YYYY", CellKind.DATETIME: "DD.MM.YYYY HH:MM"}


def write_workbook(target: BinaryIO | str | os.PathLike, sheets: Iterable[Sheet]) -> None:
    """`target` is a binary stream or a path."""
    with WorkbookWriter(target) as writer:
        for sheet in sheets:
            writer.add(sheet)


class WorkbookWriter:
    """A context: sheets go into temporary files one after another and are packed into `target` when the block ends well.

    openpyxl's write-only mode under the hood.
    """

    def __init__(self, target: BinaryIO | str | os.PathLike):
        self._target = target
        self._book = Workbook(write_only=True)
        self._names: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind, fault, trace) -> None:
        if kind is None:
            self._book.save(self._target)
            return
        for worksheet in self._book.worksheets:  # openpyxl removes the temporary files of a saved workbook only
            worksheet.close()
            worksheet._writer.cleanup()

    def add(self, sheet: Sheet) -> int:
        """Write a sheet to its last row and return the number of rows below the heading."""
        worksheet = self._book.create_sheet(sheet_name(str(sheet.name), self._names))
        worksheet.freeze_panes = "A2"
        _fit_to_paper(worksheet)
        for position, column in enumerate(sheet.columns, 1):
            worksheet.column_dimensions[get_column_letter(position)].width = column.width
        worksheet.append([_heading(worksheet, column) for column in sheet.columns])
        makers = [_maker(worksheet, column) for column in sheet.columns]
        count = 0
        for row in sheet.rows:
            worksheet.append([make(value) for make, value in zip(makers, row, strict=True)])
            count += 1
        if sheet.chart is not None and count and sheet.chart.rows != 0:
            add_chart(worksheet, sheet, count)
        worksheet.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{count + 1}"
        return count


def _fit_to_paper(worksheet) -> None:
    """Printed as it is, a sheet is as wide as the paper, has lines and repeats its head."""
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = "9"  # A4
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_title_rows = "1:1"
    worksheet.print_options.gridLines = True


def _heading(worksheet, column: SheetColumn) -> WriteOnlyCell:
    cell = _text_cell(worksheet, clean_text(str(column.heading)))
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="E8EDF3")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _text_cell(worksheet, text: str) -> WriteOnlyCell:
    """A cell that stays text whatever the text looks like."""
    cell = WriteOnlyCell(worksheet, text)
    cell.data_type = "s"
    return cell


def _maker(worksheet, column: SheetColumn) -> Callable:
    """A function from a value to what openpyxl appends for it."""
    if column.kind == CellKind.TEXT:
        return lambda value: _text(worksheet, value)
    if column.kind in DATE_FORMATS:
        return _date_maker(worksheet, column.kind)
    return _number


def _text(worksheet, value):
    # openpyxl 3.1.5, Cell._bind_value: only «=…» becomes a formula and only ERROR_CODES an error; every other string stays a string.
    if value is None:
        return None
    text = clean_text(value if type(value) is str else str(value))
    return _text_cell(worksheet, text) if text.startswith("=") or text in ERROR_CODES else text


def _number(value):
    if value is None or (isinstance(value, Number) and not isinstance(value, bool)):
        return value
    raise TypeError(f"a number column got {value!r}")


def _date_maker(worksheet, kind: CellKind) -> Callable:
    """All dates of a column share one styled cell: openpyxl writes it out before it asks for the next one."""
    cell = WriteOnlyCell(worksheet)
    cell.number_format = DATE_FORMATS[kind]
    plain = _plain_date if kind == CellKind.DATE else _plain_datetime

    def make(value):
        if value is None:
            return None
        if not isinstance(value, datetime.date):
            raise TypeError(f"a date column got {value!r}")
        cell.value = plain(value)
        return cell

    return make


def _plain_date(value: datetime.date) -> datetime.date:
    return _plain_datetime(value).date() if isinstance(value, datetime.datetime) else value


def _plain_datetime(value: datetime.date) -> datetime.date:
    """Excel knows no time zones: the clock on the school's wall."""
    return timezone.make_naive(value) if isinstance(value, datetime.datetime) and timezone.is_aware(value) else value
