"""The curator's sheet of nine indicators."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from monitoring.models import IndicatorScore, IndicatorSheet
from monitoring.queries import level_of
from monitoring.reference import indicator_table
from programmes.models import Programme


@transaction.atomic
def fill_indicator_sheet(*, actor, programme, values: list[int], filled_on=None) -> IndicatorSheet:
    """Write a new sheet; the earlier ones stay as history. The same marks of the same day again return the first sheet."""
    actor.must(Permission.MANAGE_MONITORING)
    table = indicator_table()
    marks = {mark.value for mark in table.marks}
    if len(values) != len(table.indicators) or any(value not in marks for value in values):
        raise Refusal(_("Mark each of the nine indicators with 0, 1 or 2 points."))
    filled_on = filled_on or today()
    Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    newest = IndicatorSheet.objects.filter(programme=programme, filled_by=actor, filled_on=filled_on).prefetch_related("scores").first()
    if newest is not None and [score.value for score in newest.scores.all()] == list(values):
        return newest
    sheet = IndicatorSheet.objects.create(
        school_id=actor.school_id, programme=programme, template_version=table.version, filled_on=filled_on, filled_by=actor
    )
    IndicatorScore.objects.bulk_create(
        IndicatorScore(
            school_id=actor.school_id,
            sheet=sheet,
            position=indicator.position,
            criterion=indicator.criterion,
            title=indicator.title,
            value=value,
        )
        for indicator, value in zip(table.indicators, values, strict=True)
    )
    total = sum(values)
    record(actor, "indicator_sheet.filled", sheet, total=total, level=str(level_of(total).label))
    return sheet
