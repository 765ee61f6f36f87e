"""What the columns of an upload mean: said by a person once, remembered for the school."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from mentoring.common.sheets.table import normalised
from participants.enums import ImportState
from participants.models import ColumnChoice, ImportBatch
from participants.services.importing.mapping import require_mapping
from participants.services.importing.running import request_check

HEADING_LIMIT = 200


@transaction.atomic
def map_columns(*, actor, batch: ImportBatch, mapping: list[str]) -> None:
    """Take a code, or "" to pass over, for each column of the table, remember it under the heading, and check the rows."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if locked.state not in (ImportState.COLUMNS, ImportState.CHECKED):
        raise Refusal(_("The columns can be chosen before the rows are written. Upload the file again."))
    require_mapping(locked, mapping)
    locked.mapping, locked.state = mapping, ImportState.COLUMNS
    locked.save(update_fields=["mapping", "state"])
    for heading, code in zip(locked.source["headings"], mapping, strict=True):
        if name := normalised(heading)[:HEADING_LIMIT]:
            ColumnChoice.objects.update_or_create(school=actor.school, base=locked.base, heading=name, defaults={"code": code})
    request_check(actor=actor, batch=locked)
