"""Run as a program of its own: a workbook on standard input to JSON lines on standard output.

The parser keeps whole rectangles in memory: one cell in the far corner asks for gigabytes and takes the process down.
It shall not be the web server.

First a line of sheet names, then a line a row: [sheet, row number, [values]]; a date is {"d": ISO}, an empty cell is null.
"""

import datetime
import io
import json
import resource
import sys

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

MEMORY = 1024 * 1024 * 1024  # bytes of address space
SECONDS = 30  # of processor time
MOST_MERGED = 10_000
PLAIN_SHEET = (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible)


def plain(value):
    if isinstance(value, str) and not value.strip():
        return None
    if isinstance(value, (datetime.date, datetime.time)):
        return {"d": value.isoformat()}
    if isinstance(value, datetime.timedelta):
        return str(value)
    return value


def tall_cells(sheet) -> list:
    """Cells merged downwards as [first row, last row, column, value to come], counted from 0, the upper ones first."""
    ranges = [(start, end) for start, end in sheet.merged_cell_ranges or () if end[0] > start[0]]
    return sorted([start[0], end[0], start[1], None] for start, end in ranges)[:MOST_MERGED]


def fill_tall_cells(merged: list, number: int, values: list) -> None:
    """A cell merged over several people belongs to each of them; a row with nothing else stays empty."""
    while merged and merged[0][1] < number:
        merged.pop(0)
    is_empty = all(value is None for value in values)
    for cell in merged:
        first, last, column, _value = cell
        if first > number:
            break
        if last < number or column >= len(values):
            continue
        if first == number:
            cell[3] = values[column]
        elif values[column] is None and not is_empty:
            values[column] = cell[3]


def main(max_rows: int, max_columns: int) -> None:
    """One row and one column more than allowed are handed over, so that the reader notices the excess."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    names = [sheet.name for sheet in workbook.sheets_metadata if (sheet.typ, sheet.visible) == PLAIN_SHEET]
    print(json.dumps(names))
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        left = [None] * (sheet.start or (0, 0))[1]
        merged = tall_cells(sheet)
        for number, row in enumerate(sheet.iter_rows(), 1):
            values = left + [plain(value) for value in row]
            fill_tall_cells(merged, number - 1, values)
            while values and values[-1] is None:
                values.pop()
            if values:
                print(json.dumps([name, number, values[: max_columns + 1]]))
            if number > max_rows:
                break


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
