"""Importing a base against a bare calamine read and one bulk_create of the same rows; the peak of its memory."""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.db import transaction
from django_scopes import scope
from python_calamine import CalamineWorkbook

from accounts.enums import Role
from bench.crowd import large_and_small
from bench.harness import figure
from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import write_workbook
from participants.models import Person
from participants.services import check_import, write_import
from programmes.enums import PersonKind
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.programmes import ProgrammeFactory

ROWS = 10_000
MEMORY = 300  # MB
HEAD = ["№", "ФИО наставляемого", "Класс", "Дата рождения", "Телефон", "Основной запрос"]
LETTERS = "абвгдежзиклмнопрстуф"


def base() -> bytes:
    """A workbook with so many different people."""
    file = io.BytesIO()
    write_workbook(file, [Sheet("Наставляемые", [SheetColumn(heading) for heading in HEAD], map(_row, range(ROWS)))])
    return file.getvalue()


def _row(number: int) -> list[str]:
    surname = "Ёлкин" + "".join(LETTERS[number // 20**place % 20] for place in range(4))
    return [
        str(number + 1),
        f"{surname} Вера Петровна",
        f"{number % 11 + 1}Б",
        f"{number % 28 + 1:02}.03.2013",
        "+7 900 123-45-67",
        "математика, тема за год",
    ]


def bare(school, content: bytes) -> None:
    """What nobody could do without: read the cells, create the people."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[1:]
    people = []
    for _number, name, class_name, _born, phone, _request in rows:
        surname, first, patronymic = name.split()
        people.append(
            Person(
                school=school,
                surname=surname,
                name=first,
                patronymic=patronymic,
                search_key=name.lower(),
                kind=PersonKind.PUPIL,
                class_name=class_name,
                phone=phone,
            )
        )
    Person.objects.bulk_create(people)


def bring_in(curator, programme, content: bytes) -> None:
    batch = check_import(actor=curator, programme=programme, base="mentees", file=io.BytesIO(content), file_name="base.xlsx")
    assert write_import(actor=curator, batch=batch) == ROWS, batch.problems[:3]


@figure("participants.import_10000_vs_bare", target=3)
def import_10000_vs_bare():
    school = SchoolFactory()
    curator = MembershipFactory(school=school, role=Role.CURATOR)
    content = base()

    def undone(call):
        with transaction.atomic():
            call()
            transaction.set_rollback(True)

    with scope(school=school):
        programme = ProgrammeFactory(school=school)
        yield lambda: undone(lambda: bring_in(curator, programme, content)), lambda: undone(lambda: bare(school, content))


@figure("participants.import_memory_vs_300_mb", target=1)
def import_memory_vs_300_mb():
    """Peak of the process that checks and writes the base, against 300 MB; the parser's own process ends before the check begins."""
    program = f"""
import resource, tempfile
from pathlib import Path
from bench.__main__ import _set_up
_set_up(Path(tempfile.mkdtemp(dir={tempfile.gettempdir()!r})))
from bench.participants import import_once
import_once()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    folder = Path(__file__).parent.parent
    ended = subprocess.run([sys.executable, "-c", program], cwd=folder, env=os.environ, check=True, capture_output=True, text=True)  # noqa: S603
    return int(ended.stdout.split()[-1]) / 1024 / MEMORY


def import_once() -> None:
    school = SchoolFactory()
    with scope(school=school):
        bring_in(MembershipFactory(school=school, role=Role.CURATOR), ProgrammeFactory(school=school), base())


@figure("participants.list_of_100000_vs_100", target=1.5)
def list_of_100000_vs_100():
    return large_and_small("/people/")


@figure("participants.last_page_of_100000_vs_100", target=1.5)
def last_page_of_100000_vs_100():
    return large_and_small("/people/?page=3333", "/people/?page=3")


@figure("participants.base_of_50000_vs_50", target=1.5)
def base_of_50000_vs_50():
    return large_and_small("/people/mentees/")


@figure("participants.search_in_100000_vs_100", target=2.5)
def search_in_100000_vs_100():
    """Part of a name reads the whole index of names: no trigrams, the embedded database has none."""
    return large_and_small("/people/?q=вера")
