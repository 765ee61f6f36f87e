"""Numbers of orders: no gaps, no doubles (docs/adr/0004)."""

from reports.models import NumberCounter


def take_number(*, school_id: int, year: int, series: str) -> int:
    """Return the next number and hold the counter until the caller's transaction ends, so call it last.

    A transaction that fails gives its number back.
    """
    NumberCounter.objects.get_or_create(school_id=school_id, year=year, series=series)
    counter = NumberCounter.objects.select_for_update(of=("self",)).get(school_id=school_id, year=year, series=series)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def number_text(template: str, number: int) -> str:
    """«{n}-од» and 12 give «12-од». The template is a school's text, so nothing but {n} is looked at."""
    return template.replace("{n}", str(number))
