"""Is it clear what the columns of an upload mean?"""

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from participants.models import ImportBatch
from participants.queries.base_columns import base_sheet


def is_clear(batch: ImportBatch) -> bool:
    """Nobody has to choose anything."""
    required = {column.code for column in base_sheet(batch.base).columns if column.required}
    return None not in batch.mapping and required <= set(batch.mapping)


def require_mapping(batch: ImportBatch, mapping: list[str | None]) -> None:
    """Refuse what a check could not work with."""
    columns = {column.code: column for column in base_sheet(batch.base).columns}
    chosen = [code for code in mapping if code]
    if len(mapping) != len(batch.source["headings"]) or not columns.keys() >= set(chosen):
        raise Refusal(_("The list of columns does not fit the table. Reload the page and choose again."))
    for column in columns.values():
        if column.required and column.code not in chosen:
            raise Refusal(_("Choose the column that holds «%(heading)s»: nobody can be entered without it.") % {"heading": column.heading})
        if chosen.count(column.code) > 1:
            raise Refusal(_("«%(heading)s» is chosen for two columns. Pass one of them over.") % {"heading": column.heading})
