"""A table as people bring it: an Excel workbook or a text file; the content has to be what the name says."""

import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from mentoring.common.sheets.delimited import decoded, delimited_rows
from mentoring.common.sheets.reader import SheetRow, read_rows
from mentoring.common.sheets.safety import MAX_UPLOAD, check_size, check_workbook, not_a_workbook

WORKBOOK = ".xlsx"
TEXT_SEPARATORS = {".csv": "", ".txt": "", ".tsv": "\t"}


def read_upload(upload: BinaryIO, name: str) -> Iterator[SheetRow]:
    """Raises `UnsafeWorkbook` or `BadWorkbook` with the way out."""
    path = PurePath(name)
    ending = path.suffix.lower()
    if ending == WORKBOOK:
        return read_rows(upload)
    if ending not in TEXT_SEPARATORS:
        check_workbook(upload)  # a password, an old format or macros are said by their name
        raise not_a_workbook()
    check_size(upload.seek(0, os.SEEK_END))
    upload.seek(0)
    return delimited_rows(decoded(upload.read(MAX_UPLOAD)), path.stem, TEXT_SEPARATORS[ending])
