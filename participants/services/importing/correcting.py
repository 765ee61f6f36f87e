"""Cells corrected on the page instead of in the file."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.sheets.cells import parse_text
from participants.enums import ImportState
from participants.models import ImportBatch
from participants.queries.base_columns import base_sheet
from participants.queries.import_source import typed
from participants.services.importing.running import request_check

CELL_LIMIT = 2_000  # characters


@transaction.atomic
def correct_cells(*, actor, batch: ImportBatch, cells: dict[tuple[int, str], str]) -> None:
    """Put texts into cells, {(row, code of the column): text}, and check again; a column that the table lacks is added."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if locked.state != ImportState.CHECKED:
        raise Refusal(_("Cells can be corrected between the check and the write. Upload the file again."))
    rows = dict(locked.source["rows"])
    headings = {column.code: column.heading for column in base_sheet(locked.base).imported}
    for (number, code), text in cells.items():
        if number in rows and code in headings:
            _put(rows[number], _place(locked, code, headings[code], text), text[:CELL_LIMIT])
    locked.save(update_fields=["source", "mapping"])
    request_check(actor=actor, batch=locked)


def offers_of(batch: ImportBatch, only: tuple[int, str] | None = None) -> dict[tuple[int, str], str]:
    """The corrections that the check offers, all or those of one cell."""
    offers = {(problem["row"], problem["key"]): problem["offer"] for problem in batch.problems if problem["offer"]}
    return {cell: offer for cell, offer in offers.items() if only is None or cell == only}


def _place(batch: ImportBatch, code: str, heading: str, text: str) -> int | None:
    """Where the column stands, counted from 0."""
    if code not in batch.mapping:
        if not text.strip():
            return None
        batch.mapping.append(code)
        batch.source["headings"].append(heading)
    return batch.mapping.index(code)


def _put(values: list, place: int | None, text: str) -> None:
    """What was not touched keeps its type: a date stays a date."""
    if place is None or (place < len(values) and parse_text(typed(values[place])) == parse_text(text)):
        return
    values.extend([None] * (place + 1 - len(values)))
    values[place] = text if text.strip() else None
