"""The sum of the nine indicators and what it means."""

from dataclasses import dataclass

from monitoring.enums import Level
from monitoring.models import IndicatorSheet
from monitoring.reference import indicator_table


@dataclass(frozen=True)
class SheetLevel:
    sheet: IndicatorSheet
    total: int
    level: Level
    advice: str


def level_of(total: int) -> Level:
    """15–18 optimal, 9–14 acceptable, 0–8 unacceptable."""
    return Level(indicator_table().band_of(total).code)


def latest_sheets(programmes) -> dict[int, SheetLevel]:
    """Return the newest sheet of each programme that has one, in one query."""
    found = {}
    for sheet in IndicatorSheet.objects.filter(programme__in=programmes).with_total().order_by("-filled_on", "-pk"):
        found.setdefault(sheet.programme_id, sheet)
    return {programme_id: _level(sheet) for programme_id, sheet in found.items()}


def sheet_history(programme) -> list[SheetLevel]:
    """Return all sheets, the newest, which counts, first."""
    sheets = IndicatorSheet.objects.filter(programme=programme).with_total().select_related("filled_by__user")
    return [_level(sheet) for sheet in sheets.order_by("-filled_on", "-pk")]


def _level(sheet) -> SheetLevel:
    return SheetLevel(sheet, sheet.total, level_of(sheet.total), indicator_table().band_of(sheet.total).advice)
