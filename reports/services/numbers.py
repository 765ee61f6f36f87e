"""Numbers of orders: no gaps, no doubles (docs/adr/0004)."""

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from reports.models import NumberCounter, NumberHold, NumberSeries

MAIN_SERIES = "main"  # orders on mentoring share one row of numbers with one another


def take_number(*, school_id: int, year: int, series: str) -> int:
    """Return the next number and hold the counter until the caller's transaction ends, so call it last.

    A transaction that fails gives its number back. Raises `Refusal` while nobody knows which number was the last.
    """
    _refuse_held(school_id)
    counter = _locked_counter(school_id, year, series)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def _refuse_held(school_id: int) -> None:
    hold = NumberHold.objects.filter(school_id=school_id).first()
    if hold is not None:
        sentence = _(
            "The data were taken from a backup of %(day)s, so numbers given later may be unknown. "
            "Ask the curator to enter the last ones: Orders, “Numbers of orders”. Then sign again."
        )
        raise Refusal(sentence % {"day": f"{hold.copied_on:%d.%m.%Y}"})


def move_past(*, school_id: int, year: int, series: str, sequence: int) -> None:
    """Numbers up to `sequence` are used up: an order on paper holds it."""
    counter = _locked_counter(school_id, year, series)
    if counter.last < sequence:
        counter.last = sequence
        counter.save(update_fields=["last"])


def _locked_counter(school_id: int, year: int, series: str) -> NumberCounter:
    NumberCounter.objects.get_or_create(school_id=school_id, year=year, series=series)
    return NumberCounter.objects.select_for_update(of=("self",)).get(school_id=school_id, year=year, series=series)


def number_template(school, series: str) -> str:
    own = NumberSeries.objects.filter(code=series).first()
    return own.template if own else school.order_number_template


def number_text(template: str, number: int, year: int) -> str:
    """«{n}/{y}» and 12 of 2026 give «12/2026». The template is a school's text, so nothing but {n} and {y} is looked at."""
    return template.replace("{n}", str(number)).replace("{y}", str(year))[:20]
