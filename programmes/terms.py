"""Terms as roadmaps write them: months, not days."""

from django.utils.formats import date_format


def month_interval(starts_on, ends_on) -> str:
    """«сентябрь 2026», «сентябрь – октябрь 2026», «декабрь 2026 – январь 2027»."""
    first, last = (date_format(day, "F Y").lower() for day in (starts_on, ends_on))
    if first == last:
        return first
    if starts_on.year == ends_on.year:
        first = date_format(starts_on, "F").lower()
    return f"{first} – {last}"
