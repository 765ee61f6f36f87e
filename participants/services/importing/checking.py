"""The check of an uploaded base: every row gets a verdict, nothing is written into the base."""

import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.names import full_name
from mentoring.common.refusal import Refusal
from mentoring.common.sheets.problems import CellProblem
from mentoring.common.sheets.reader import read_rows
from mentoring.common.sheets.table import TableRow, normalised, read_table
from participants.enums import ImportBase, RowVerdict
from participants.models import ImportBatch
from participants.queries.base_columns import BaseSheet, base_sheet
from participants.services.importing.matching import SchoolPeople, person_key
from participants.services.importing.rows import RECORD_MODEL, ReadRow, RowReader


@transaction.atomic
def check_import(*, actor, programme, base: str, file: BinaryIO, file_name: str) -> ImportBatch:
    """Read the file and keep its rows with their verdicts. Raises `BadWorkbook` when the file as a whole cannot be read."""
    actor.must(Permission.MANAGE_PEOPLE)
    if base not in ImportBase:
        raise Refusal(_("Choose the base: mentors or mentees."))
    described = base_sheet(base)
    rows = _table_rows(file, described)
    reader = RowReader(described, programme)
    pairs = [(row, reader.read(row)) for row in rows if not reader.is_blank(row)]
    if not pairs:
        raise Refusal(
            _("There are no people below the heading. Fill the sheet «%(sheet)s» and upload it again.")
            % {"sheet": rows[0].sheet if rows else described.sheet}
        )
    people = SchoolPeople(RECORD_MODEL[base], programme, {person_key(read.person) for _row, read in pairs})
    verdicts = _Verdicts(people)
    kept = [verdicts.judge(row, read) for row, read in pairs]
    batch = ImportBatch.objects.create(
        school=actor.school,
        programme=programme,
        base=base,
        file_name=file_name[-200:],
        rows=kept,
        problems=[_kept_problem(problem) for _row, read in pairs for problem in read.problems],
        columns=[column.heading for column in described.imported if column.code in pairs[0][0].columns],
        created_by=actor,
    )
    record(actor, "import.checked", batch, base=batch.get_base_display(), rows=len(kept), problems=len(batch.problems))
    return batch


def _table_rows(file: BinaryIO, described: BaseSheet) -> list[TableRow]:
    """The sheet that is called like the base, else the first one with anything in it."""
    sheets = {normalised(row.sheet): row.sheet for row in read_rows(file)}
    file.seek(0)
    return list(read_table(file, [column.expected for column in described.columns], sheets.get(normalised(described.sheet))))


class _Verdicts:
    """Judges the rows of one file in order, so that a person who repeats is found."""

    def __init__(self, people: SchoolPeople):
        self.people = people
        self.seen: dict[str, list[ReadRow]] = {}
        self.meant: set[int] = set()

    def judge(self, row: TableRow, read: ReadRow) -> dict:
        match = self.people.match(read.person)
        if read.person["surname"]:
            self._find_repetition(row, read)
            if match.twins or (match.person and match.person.pk in self.meant):
                expected = _("the birth date: the school knows several people of this name")
                read.problems.append(row.problem("birth_date" if "birth_date" in row.columns else "name", "twins", expected))
        if match.person:
            self.meant.add(match.person.pk)
        verdict = RowVerdict.ERROR if read.problems else RowVerdict.SKIP if match.in_base else RowVerdict.CREATE
        return {
            "row": read.number,
            "verdict": verdict,
            "name": full_name(*(read.person[part] for part in ("surname", "name", "patronymic"))) or row.text("name"),
            "place": read.person["class_name"] or read.person["post"],
            "person": match.person.pk if match.person else None,
            "values": _values(read) if verdict == RowVerdict.CREATE else {},
        }

    def _find_repetition(self, row: TableRow, read: ReadRow) -> None:
        earlier = self.seen.setdefault(person_key(read.person), [])
        day = read.person["birth_date"]
        for other in earlier:
            if other.person["birth_date"] is None or day is None or other.person["birth_date"] == day:
                expected = _("each person once: row %(row)s holds the same name; if these are two people, give both birth dates")
                read.problems.append(row.problem("name", "repeated_person", expected % {"row": other.number}))
                break
        earlier.append(read)


def _values(read: ReadRow) -> dict:
    return {"person": _plain(read.person), "record": _plain(read.record), "guardian": read.guardian}


def _plain(fields: dict) -> dict:
    """Dates as text, for JSON."""
    return {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in fields.items()}


def _kept_problem(problem: CellProblem) -> dict:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "letter": problem.letter,
        "code": problem.code,
        "found": problem.found,
        "expected": problem.expected,
    }
