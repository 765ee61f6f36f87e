"""Parallel signing on PostgreSQL: no gaps, no doubles. The control without the lock proves that the race is real.

`TANDEM_WRITERS=50 TANDEM_TURNS=20 TANDEM_SCHOOLS=200` runs the full size (T-40, T-41).
"""

import os
import random
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django_scopes import scope

from reports.models import NumberCounter
from reports.services import signing
from reports.services.numbers import take_number
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.reports import OrderFactory

WRITERS = int(os.environ.get("TANDEM_WRITERS", "8"))
TURNS = int(os.environ.get("TANDEM_TURNS", "5"))
SCHOOLS = int(os.environ.get("TANDEM_SCHOOLS", "6"))
SERIES = ["main", "б", "лс"]

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def in_parallel(work, items) -> list:
    """Run `work(item)` in threads that start together, each with its own connection."""
    start = threading.Barrier(len(items))

    def run(item):
        start.wait()
        try:
            return work(item)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(items)) as pool:
        return list(pool.map(run, items))


def take_several(school, take) -> list[int]:
    """Numbers that parallel transactions took, a tenth of which gave theirs back."""

    def writer(index):
        numbers = [_one_transaction(school, take, fails=(index + turn) % 10 == 0) for turn in range(TURNS)]
        return [number for number in numbers if number is not None]

    return [number for taken in in_parallel(writer, range(WRITERS)) for number in taken]


def _one_transaction(school, take, *, fails: bool) -> int | None:
    with scope(school=school), transaction.atomic():
        number = take(school=school, year=2026, series="main")[0]
        transaction.set_rollback(fails)
        return None if fails else number


def take_without_lock(*, school, year, series) -> tuple[int, str]:
    """What must not be done: read, then write, nothing held."""
    counter, _created = NumberCounter.objects.get_or_create(school=school, year=year, series=series)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last, ""


def test_parallel_transactions_take_numbers_without_gaps_or_doubles():
    numbers = take_several(SchoolFactory(), take_number)

    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_without_the_lock_numbers_are_doubled():
    numbers = take_several(SchoolFactory(), take_without_lock)

    assert len(set(numbers)) < len(numbers)


def test_every_school_and_series_counts_for_itself():
    counters = [(school, series) for school in SchoolFactory.create_batch(SCHOOLS) for series in SERIES]

    def writer(index):
        return [(school.pk, series, take_one(school, series)) for school, series in random.Random(index).sample(counters, len(counters))]

    taken = [number for numbers in in_parallel(writer, range(WRITERS)) for number in numbers]

    assert sorted(taken) == sorted((school.pk, series, number) for school, series in counters for number in range(1, WRITERS + 1))


def take_one(school, series) -> int:
    with scope(school=school), transaction.atomic():
        return take_number(school=school, year=2026, series=series)[0]


def test_parallel_signing_gives_each_order_its_own_number():
    school = SchoolFactory()
    with scope(school=school):
        director = MembershipFactory(school=school, role="director")
        orders = [OrderFactory(sent=True, programme__school=school) for _number in range(WRITERS)]

    def sign(order):
        with scope(school=school):
            return signing.sign_order(actor=director, order=order).sequence

    assert sorted(in_parallel(sign, orders)) == list(range(1, WRITERS + 1))
