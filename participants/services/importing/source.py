"""An upload becomes a batch: the table as it was read, and a proposal of what its columns mean."""

from collections import defaultdict
from collections.abc import Callable
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from mentoring.common.collector import collector_paused
from mentoring.common.refusal import Refusal
from mentoring.common.sheets.cells import parse_text
from mentoring.common.sheets.delimited import delimited_rows
from mentoring.common.sheets.table import ExpectedColumn, Table, find_table, no_heading, normalised, require_columns
from mentoring.common.sheets.uploads import read_upload
from participants.enums import ImportBase, ImportState
from participants.models import ColumnChoice, ImportBatch
from participants.queries.base_columns import BaseSheet, base_sheet, passed_over
from participants.queries.import_source import plain
from participants.services.importing.name_columns import with_joined_names

PASTE_LIMIT = 1_000_000  # characters: a request body holds 2.5 MB


@transaction.atomic
def take_upload(*, actor, programme, base: str, file: BinaryIO, file_name: str, strict: bool = False) -> ImportBatch:
    """Keep the table of a file, its columns recognised as far as they are known.

    Raises `BadWorkbook` when there is no table, and (`strict`) when a column misses or repeats that only a person could choose.
    """
    return _take(actor, programme, base, lambda: read_upload(file, file_name), file_name, strict=strict)


@transaction.atomic
def take_paste(*, actor, programme, base: str, text: str) -> ImportBatch:
    """The same for cells copied from Excel together with their heading."""
    if len(text) > PASTE_LIMIT:
        raise Refusal(_("This is too much to paste at once. Upload the file instead."))
    name = _("Pasted from Excel")
    return _take(actor, programme, base, lambda: delimited_rows(text, name), name)


@collector_paused()
def _take(actor, programme, base: str, read: Callable, file_name: str, *, strict: bool = False) -> ImportBatch:
    actor.must(Permission.MANAGE_PEOPLE)
    if base not in ImportBase:
        raise Refusal(_("Choose the base: mentors or mentees."))
    described = base_sheet(base)
    choices = dict(ColumnChoice.objects.filter(base=base).values_list("heading", "code"))
    expected = _expected(described, choices)
    table = find_table(with_joined_names(read(), expected), expected, described.sheet)
    _refuse_the_other_base(table, described)
    if strict:
        require_columns(table, expected)
    if not table.rows:
        raise no_people(table.heading.sheet)
    source = _source(table)
    return ImportBatch.objects.create(
        school=actor.school,
        programme=programme,
        base=base,
        file_name=file_name[-200:],
        state=ImportState.COLUMNS,
        source=source,
        mapping=_mapping(source, table.columns, choices),
        created_by=actor,
    )


def no_people(sheet: str) -> Refusal:
    sentence = _("There are no people below the heading. Fill the sheet «%(sheet)s» and upload it again.")
    return Refusal(sentence % {"sheet": sheet})


def _expected(described: BaseSheet, choices: dict[str, str]) -> list[ExpectedColumn]:
    """Our columns under their usual names and under those that the school taught us."""
    taught = defaultdict(list)
    for heading, code in choices.items():
        taught[code].append(heading)
    columns = [column.expected for column in described.columns]
    return [ExpectedColumn(column.key, column.heading, [*column.synonyms, *taught[column.key]], column.required) for column in columns]


def _refuse_the_other_base(table: Table, described: BaseSheet) -> None:
    required = [column.expected for column in described.columns if column.required]
    if any(column.key in table.columns for column in required):
        return
    other = base_sheet(ImportBase.MENTORS if described.code == ImportBase.MENTEES else ImportBase.MENTEES)
    names = {name for column in other.columns if column.required for name in column.expected.names()}
    if any(normalised(value) in names for value in table.heading.values if value is not None):
        raise no_heading([table.heading], [column.expected for column in described.columns])


def _source(table: Table) -> dict:
    width = max(len(row.values) for row in (table.heading, *table.rows))
    return {
        "sheet": table.heading.sheet,
        "row": table.heading.number,
        "headings": [parse_text(table.heading.value(position)) for position in range(1, width + 1)],
        "rows": [[row.number, [plain(value) for value in row.values]] for row in table.rows],
    }


def _mapping(source: dict, columns: dict[str, list[int]], choices: dict[str, str]) -> list[str | None]:
    """A column that nobody knows, or that repeats another one, is left to a person; an empty one is passed over."""
    codes = {}
    for code, places in columns.items():
        codes.setdefault(places[0], code)
    known = passed_over() | {heading for heading, code in choices.items() if not code}
    filled = {position for _number, values in source["rows"] for position, value in enumerate(values, 1) if value is not None}
    mapping = []
    for position, heading in enumerate(source["headings"], 1):
        idle = (heading and normalised(heading) in known) or (position not in filled and position not in codes)
        mapping.append(codes.get(position, "" if idle else None))
    return mapping
