"""Numbers of orders: no gaps, no doubles (docs/adr/0004)."""

from django.db import connection
from django.db.models import Func, IntegerField, Max, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from accounts.models import School
from mentoring.common.refusal import Refusal
from reports.enums import EARLIER
from reports.models import NumberCounter, NumberHold, NumberSeries, Order
from reports.queries.numbering import borne_numbers, next_free

NUMBERS = 40  # the first key of the advisory lock; the school is the second


def take_number(*, school, year: int, series: str) -> tuple[int, str]:
    """Return the next place and its number, and hold the counter until the caller's transaction ends, so call it last.

    A number that an order from paper bears already is left out. A transaction that fails gives its number back.
    Raises `Refusal` while nobody knows which number was the last.
    """
    _refuse_held(school.pk)
    template = number_template(school, series)
    counter = lock_counter(school_id=school.pk, year=year, series=series)
    free = _next_free(template, year, series, counter.last)
    if free is None:
        raise Refusal(_("All numbers of this series would be called the same. Ask the curator to put {n} into their look."))
    counter.last = free[0]
    counter.save(update_fields=["last"])
    return free


def _next_free(template: str, year: int, series: str, last: int) -> tuple[int, str] | None:
    """Papers are asked as people read them; of our own numbers, which another look of the series may have given, only the very same."""
    rows = Order.objects.filter(year=year, series=series)
    borne = borne_numbers(rows.filter(kind=EARLIER)).get(series, set())
    free = next_free(template, year, last, borne)
    while free is not None and rows.filter(number=free[1]).exists():
        free = next_free(template, year, free[0], borne) if "{n}" in template else None
    return free


def _refuse_held(school_id: int) -> None:
    hold = NumberHold.objects.filter(school_id=school_id).first()
    if hold is not None:
        sentence = _(
            "The data were taken from a backup of %(day)s, so numbers given later may be unknown. "
            "Ask the curator to enter the last ones: Orders, “Numbers of orders”. Then sign again."
        )
        raise Refusal(sentence % {"day": f"{hold.copied_on:%d.%m.%Y}"})


def tell_last(*, school_id: int, year: int, series: str, last: int) -> None:
    """Numbers up to `last` are used up, whatever Tandem knows of them."""
    counter = lock_counter(school_id=school_id, year=year, series=series)
    counter.told, counter.last = max(counter.told, last), max(counter.last, last)
    counter.save(update_fields=["told", "last"])


def settle_counter(*, school_id: int, year: int, series: str) -> None:
    """The last number is the highest that a paper has or that somebody has told; a mistyped one that is corrected leaves no gap."""
    counter = lock_counter(school_id=school_id, year=year, series=series)
    highest = Order.objects.filter(year=year, series=series).aggregate(highest=Max("sequence"))["highest"] or 0
    counter.last = max(counter.told, highest)
    counter.save(update_fields=["last"])


def lock_counter(*, school_id: int, year: int, series: str) -> NumberCounter:
    """Whoever gives or enters a number of the row waits for the others here."""
    _queue_up(school_id)
    counters = NumberCounter.objects.select_for_update(of=("self",)).filter(school_id=school_id, year=year, series=series)
    counter = counters.first()
    if counter is None:
        NumberCounter.objects.get_or_create(school_id=school_id, year=year, series=series)
        counter = counters.get()
    return counter


def _queue_up(school_id: int) -> None:
    """PostgreSQL gives a row to whoever comes while those who wait are still waking up, an advisory lock in the order of asking.

    Of fifty people who signed at once some waited eleven seconds for the row, nobody three in the queue. SQLite has one writer anyway.
    """
    if connection.vendor == "postgresql":
        lock = Func(Value(NUMBERS), Cast("pk", IntegerField()), function="pg_advisory_xact_lock", output_field=TextField())
        School.objects.filter(pk=school_id).values_list(lock).get()


def number_template(school, series: str) -> str:
    own = NumberSeries.objects.filter(code=series).first()
    return own.template if own else school.order_number_template
