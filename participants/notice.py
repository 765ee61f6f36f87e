"""Days of notice before a mentor stops: participants/texts/notice.toml."""

import datetime

from mentoring.common.reference import load

FRIDAY = 5  # isoweekday


def earliest_last_day(asked_on: datetime.date, *, by_employer: bool) -> datetime.date:
    """The first day that may be the last one of the work, counted from the day after the notice."""
    if by_employer:
        return add_working_days(asked_on, working_days_of_notice())
    return asked_on + datetime.timedelta(days=load("participants/texts/notice.toml")["mentor"]["days"])


def working_days_of_notice() -> int:
    """Between the notice of the employer and the last day."""
    return load("participants/texts/notice.toml")["employer"]["working_days"]


def add_working_days(day: datetime.date, count: int) -> datetime.date:
    while count:
        day += datetime.timedelta(days=1)
        count -= day.isoweekday() <= FRIDAY
    return day
