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
PLAIN_SHEET = (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible)


def plain(value):
    if isinstance(value, str) and not value.strip():
        return None
    if isinstance(value, (datetime.date, datetime.time)):
        return {"d": value.isoformat()}
    if isinstance(value, datetime.timedelta):
        return str(value)
    return value


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
        for number, row in enumerate(sheet.iter_rows(), 1):
            values = left + [plain(value) for value in row]
            while values and values[-1] is None:
                values.pop()
            if values:
                print(json.dumps([name, number, values[: max_columns + 1]]))
            if number > max_rows:
                break


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
