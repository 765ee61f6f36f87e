"""The check of an uploaded base: every row gets a verdict, nothing is written into the base."""

from collections.abc import Callable
from typing import BinaryIO

from django.db import transaction

from accounts.services.journal import record
from mentoring.common.collector import collector_paused
from mentoring.common.sheets.problems import CellProblem
from mentoring.common.sheets.table import TableRow
from participants.enums import ImportState
from participants.models import ImportBatch
from participants.queries.base_columns import base_sheet
from participants.queries.import_source import source_rows
from participants.services.importing.initials import offer_full_names
from participants.services.importing.matching import SchoolPeople, person_key
from participants.services.importing.rows import RECORD_MODEL, RowReader
from participants.services.importing.several import find_partners, split_people
from participants.services.importing.source import no_people, take_upload
from participants.services.importing.verdicts import Verdicts

TELL_EVERY = 500  # rows


@transaction.atomic
def check_import(*, actor, programme, base: str, file: BinaryIO, file_name: str) -> ImportBatch:
    """Read and check a file whose columns are known; others are passed over. Raises `BadWorkbook` when it cannot be read."""
    batch = take_upload(actor=actor, programme=programme, base=base, file=file, file_name=file_name, strict=True)
    batch.mapping = [code or "" for code in batch.mapping]
    judge_rows(batch)
    keep_verdicts(actor, batch)
    return batch


@collector_paused()
def judge_rows(batch: ImportBatch, tell: Callable[[int], None] = lambda done: None) -> None:
    """Fill the verdicts and problems of a batch without saving it; `tell` hears how many rows are read."""
    described = base_sheet(batch.base)
    columns = {code: position for position, code in enumerate(batch.mapping, 1) if code}
    reader = RowReader(described, batch.programme)
    pairs = []
    for done, row in enumerate(source_rows(batch.source), 1):
        table_row = TableRow(row, columns)
        for person_row in () if reader.is_blank(table_row) else split_people(table_row):
            pairs.append((person_row, reader.read(person_row)))
            person_row.texts = {}  # ten thousand of them are worth their memory
        if not done % TELL_EVERY:
            tell(done)
    if not pairs:
        raise no_people(batch.source["sheet"])
    offer_full_names(pairs)
    keys = {person_key(read.person) for _row, read in pairs}
    decided = set(batch.decisions.values())
    people = SchoolPeople(RECORD_MODEL[batch.base], batch.programme, keys, with_facts=True, also=decided)
    partners = find_partners({name for _row, read in pairs for name in read.partners})
    verdicts = Verdicts(people, batch.decisions, partners)
    batch.rows = [verdicts.judge(row, read) for row, read in pairs]
    batch.problems = [_kept_problem(problem) for _row, read in pairs for problem in sorted(read.problems, key=_column)]
    batch.columns = [column.heading for column in described.imported if column.code in columns]


def keep_verdicts(actor, batch: ImportBatch) -> None:
    batch.state = ImportState.CHECKED
    batch.save(update_fields=["state", "mapping", "rows", "problems", "columns"])
    record(actor, "import.checked", batch, base=batch.get_base_display(), rows=len(batch.rows), problems=len(batch.problems))


def _kept_problem(problem: CellProblem) -> dict:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "letter": problem.letter,
        "code": problem.code,
        "found": problem.found,
        "expected": problem.expected,
        "key": problem.key,
        "offer": problem.offer,
    }


def _column(problem: CellProblem) -> int:
    return problem.column
