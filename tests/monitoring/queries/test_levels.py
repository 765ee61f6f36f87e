import datetime

import pytest

from monitoring.enums import Level
from monitoring.queries import latest_sheets, level_of, sheet_history
from tests.factories.monitoring import IndicatorSheetFactory


@pytest.mark.parametrize(
    "total, level",
    [
        (0, Level.UNACCEPTABLE),
        (8, Level.UNACCEPTABLE),
        (9, Level.ACCEPTABLE),
        (14, Level.ACCEPTABLE),
        (15, Level.OPTIMAL),
        (18, Level.OPTIMAL),
    ],
)
def test_level_follows_the_sum(total, level):
    assert level_of(total) == level


@pytest.mark.parametrize("total", [-1, 19])
def test_sum_outside_the_table_has_no_level(total):
    with pytest.raises(ValueError, match="No level"):
        level_of(total)


def test_newest_sheet_counts(programme):
    IndicatorSheetFactory(programme=programme, filled_on=datetime.date(2027, 5, 20), values=[2] * 9)
    IndicatorSheetFactory(programme=programme, filled_on=datetime.date(2026, 12, 1), values=[0] * 9)

    assert latest_sheets([programme])[programme.pk].total == 18
    assert [row.level for row in sheet_history(programme)] == [Level.OPTIMAL, Level.UNACCEPTABLE]
