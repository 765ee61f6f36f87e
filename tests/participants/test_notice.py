import datetime

import pytest

from participants.notice import earliest_last_day


@pytest.mark.parametrize(
    "asked, last", [("2026-11-10", "2026-11-13"), ("2026-11-11", "2026-11-16"), ("2026-11-13", "2026-11-18"), ("2026-11-14", "2026-11-18")]
)
def test_the_employer_leaves_three_working_days(asked, last):
    assert earliest_last_day(datetime.date.fromisoformat(asked), by_employer=True) == datetime.date.fromisoformat(last)


def test_the_mentor_leaves_a_fortnight():
    assert earliest_last_day(datetime.date(2026, 11, 10), by_employer=False) == datetime.date(2026, 11, 24)
