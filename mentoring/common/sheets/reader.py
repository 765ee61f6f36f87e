"""Rows of an uploaded workbook, parsed by python-calamine in a process of its own."""

import contextlib
import datetime
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from mentoring.common.sheets.problems import BadWorkbook
from mentoring.common.sheets.safety import check_workbook

PARSER = Path(__file__).with_name("parser_process.py")
MAX_ROWS = 100_000
MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`number` is the row as Excel shows it; `values` start at column A: str, float, bool, date, datetime, time, or None."""

    sheet: str
    number: int
    values: tuple

    def value(self, column: int):
        """The cell of a 1-based column, None to the right of the last filled one."""
        return self.values[column - 1] if column <= len(self.values) else None


def read_rows(upload: BinaryIO) -> Iterator[SheetRow]:
    """Every row of every visible sheet that is not empty, in order. Raises `UnsafeWorkbook` before, `BadWorkbook` while reading."""
    check_workbook(upload)
    with _parser(upload) as lines:
        if not next(lines, None):
            raise _unreadable()
        for line in lines:
            sheet, number, values = json.loads(line)
            if number > MAX_ROWS or len(values) > MAX_COLUMNS:
                raise too_large(sheet)
            yield SheetRow(sheet, number, tuple(_value(value) for value in values))


@contextlib.contextmanager
def _parser(upload: BinaryIO) -> Iterator[Iterator[bytes]]:
    """Lines of the parsing process; it ends with the block, and its failure is a refusal."""
    with tempfile.TemporaryFile() as copy:
        for piece in iter(lambda: upload.read(1 << 20), b""):
            copy.write(piece)
        copy.seek(0)
        command = [sys.executable, "-I", str(PARSER), str(MAX_ROWS), str(MAX_COLUMNS)]
        with subprocess.Popen(command, stdin=copy, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own program
            try:
                yield iter(process.stdout)
                if process.wait():
                    raise _unreadable()
            finally:
                process.kill()


def _value(raw):
    if not isinstance(raw, dict):
        return raw
    text = raw["d"]
    if "T" in text:
        return datetime.datetime.fromisoformat(text)
    return (datetime.time if ":" in text else datetime.date).fromisoformat(text)


def too_large(sheet: str) -> BadWorkbook:
    limits = {"sheet": sheet, "rows": MAX_ROWS, "columns": MAX_COLUMNS}
    return BadWorkbook(_("Sheet «%(sheet)s» has more than %(rows)s rows or %(columns)s columns. Split it into several files.") % limits)


def _unreadable() -> BadWorkbook:
    return BadWorkbook(
        _("The workbook is damaged, or a cell lies too far from the table. Copy the table into a new workbook and upload it.")
    )
