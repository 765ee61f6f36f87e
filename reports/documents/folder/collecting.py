"""The folder as one PDF or as an archive of its papers, from chapters that are collected each for itself."""

import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, NamedTuple

from mentoring.common import clock
from mentoring.common.file_names import safe_name
from mentoring.common.papers import render_paper
from mentoring.common.papers.binder import Bound, Line, bind
from mentoring.common.sheets.writer import write_workbook
from participants.enums import ImportBase
from reports.documents.bases import base_sheet, base_title
from reports.documents.folder.parts import PEOPLE, chapter_parts
from reports.enums import FolderChapter

FRONT = "reports/papers/folder_front.html"
PLACES = "places.json"


class Collected(NamedTuple):
    section: str
    title: str
    file: Path


def collect_chapter(
    target: BinaryIO, programme, chapter: FolderChapter, keys: list[int], on_done: Callable[[int, int], object] = lambda done, total: None
) -> None:
    """Write the papers of a chapter, or those of its `keys`, into `target`, an archive for `join_folder`. `on_done(done, total)` counts."""
    parts = [*chapter_parts(programme, chapter, keys)]
    with zipfile.ZipFile(target, "w") as archive:
        for place, part in enumerate(parts):
            archive.writestr(str(place), part.make())
            on_done(place + 1, len(parts))
        archive.writestr(PLACES, json.dumps([[part.section, part.title] for part in parts]))


def join_folder(target: BinaryIO, programme, chapters: Iterable[BinaryIO], *, as_archive: bool) -> None:
    """Write the folder of what `collect_chapter` has made; the papers wait on the disk, not in memory."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [part for place, chapter in enumerate(chapters) for part in _unpacked(chapter, Path(folder) / str(place))]
        whole = _bound(programme, parts)
        if as_archive:
            _pack(target, programme, parts, whole)
        else:
            target.write(whole)


def _unpacked(chapter: BinaryIO, folder: Path) -> list[Collected]:
    with zipfile.ZipFile(chapter) as archive:
        archive.extractall(folder)
    places = json.loads((folder / PLACES).read_text())
    return [Collected(section, title, folder / str(place)) for place, (section, title) in enumerate(places)]


def _bound(programme, parts: list[Collected]) -> bytes:
    with ExitStack() as opened:
        bound = [Bound(part.section, part.title, opened.enter_context(part.file.open("rb"))) for part in parts]
        return bind(bound, title=f"Папка программы «{programme}»", front=lambda lines: _front(programme, lines))


def _front(programme, lines: list[Line]) -> bytes:
    sections: dict[str, list[Line]] = {}
    for line in lines:
        sections.setdefault(line.section, []).append(line)
    school = programme.school
    facts = {"founder": school.founder, "school": school.full_name, "place": school.place, "programme": programme.title}
    days = {"starts_on": programme.starts_on, "ends_on": programme.ends_on, "on": clock.today()}
    told = [{"title": title, "lines": found} for title, found in sections.items()]
    return render_paper(FRONT, {**facts, **days, "sections": told}).pdf


def _pack(target: BinaryIO, programme, parts: list[Collected], whole: bytes) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Папка целиком.pdf", whole)
        for place, part in enumerate(parts, 1):
            archive.write(part.file, f"{part.section}/{place:03} {safe_name(part.title)}.pdf")
        for base in ImportBase:
            with archive.open(f"{PEOPLE}/{base_title(base)}.xlsx", "w") as sheet:
                write_workbook(sheet, [base_sheet(programme, base)])
