"""Workbooks for tests: honest ones, and ones no school would make."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
SHEET_XML = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def workbook(rows: Iterable[Sequence], name: str = "Лист") -> io.BytesIO:
    book = Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return rewound(stream)


def rebuilt(changes: Mapping[str, bytes | None], rows: Iterable[Sequence] = (("a",),)) -> io.BytesIO:
    """An honest workbook with some members replaced, added, or left out (None)."""
    with zipfile.ZipFile(workbook(rows)) as honest:
        members = {name: honest.read(name) for name in honest.namelist()} | changes
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if content is not None:
                archive.writestr(name, content)
    return rewound(stream)


def rewound(stream: io.BytesIO) -> io.BytesIO:
    stream.seek(0)
    return stream


def member(stream: io.BytesIO, name: str = SHEET) -> str:
    with zipfile.ZipFile(stream) as archive:
        return archive.read(name).decode()
