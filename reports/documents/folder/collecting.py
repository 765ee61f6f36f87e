"""The folder as one PDF or as an archive of its papers."""

import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from mentoring.common import clock
from mentoring.common.file_names import safe_name
from mentoring.common.papers import render_paper
from mentoring.common.papers.binder import Bound, Line, bind
from mentoring.common.sheets.writer import write_workbook
from participants.enums import ImportBase
from reports.documents.bases import base_sheet, base_title
from reports.documents.folder.parts import PEOPLE, folder_parts

FRONT = "reports/papers/folder_front.html"


def collect_folder(target: BinaryIO, programme, *, as_archive: bool, on_done: Callable[[int, int], object]) -> None:
    """Write the folder into `target`. `on_done(done, total)` hears of every paper; the papers wait on the disk, not in memory."""
    parts = [*folder_parts(programme)]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for place, part in enumerate(parts):
            file = Path(folder) / f"{place}.pdf"
            file.write_bytes(part.make())
            files.append(file)
            on_done(place + 1, len(parts) + 1)
        whole = _bound(programme, parts, files)
        if as_archive:
            _pack(target, programme, parts, files, whole)
        else:
            target.write(whole)


def _bound(programme, parts: list, files: list[Path]) -> bytes:
    streams = [file.open("rb") for file in files]
    try:
        bound = [Bound(part.section, part.title, stream) for part, stream in zip(parts, streams, strict=True)]
        return bind(bound, title=f"Папка программы «{programme}»", front=lambda lines: _front(programme, lines))
    finally:
        for stream in streams:
            stream.close()


def _front(programme, lines: list[Line]) -> bytes:
    sections: dict[str, list[Line]] = {}
    for line in lines:
        sections.setdefault(line.section, []).append(line)
    school = programme.school
    facts = {"founder": school.founder, "school": school.full_name, "place": school.place, "programme": programme.title}
    days = {"starts_on": programme.starts_on, "ends_on": programme.ends_on, "on": clock.today()}
    told = [{"title": title, "lines": found} for title, found in sections.items()]
    return render_paper(FRONT, {**facts, **days, "sections": told}).pdf


def _pack(target: BinaryIO, programme, parts: list, files: list[Path], whole: bytes) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Папка целиком.pdf", whole)
        for place, (part, file) in enumerate(zip(parts, files, strict=True), 1):
            archive.write(file, f"{part.section}/{place:03} {safe_name(part.title)}.pdf")
        for base in ImportBase:
            with archive.open(f"{PEOPLE}/{base_title(base)}.xlsx", "w") as sheet:
                write_workbook(sheet, [base_sheet(programme, base)])
