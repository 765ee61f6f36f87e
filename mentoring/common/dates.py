"""Days: school years, ages, how a day is written."""

import datetime


def school_year_bounds(day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """1 September to 31 August around `day`."""
    start = day.year if day.month >= 9 else day.year - 1
    return datetime.date(start, 9, 1), datetime.date(start + 1, 8, 31)


def age_on(birth_date: datetime.date, day: datetime.date) -> int:
    """Full years on `day`; someone born on 29 February turns older on 1 March."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def add_months(day: datetime.date, months: int) -> datetime.date:
    """First day of the month that is `months` after the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return datetime.date(index // 12, index % 12 + 1, 1)


def short_day(day: datetime.date | None) -> str:
    """«03.09.2026»; nothing for no day."""
    return f"{day:%d.%m.%Y}" if day else ""
