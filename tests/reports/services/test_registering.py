"""A number stands on one paper: orders from before Tandem and orders signed in it share one row."""

import contextlib
import datetime
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection
from django_scopes import scope

from mentoring.common.refusal import Refusal
from reports.models import NumberCounter, NumberSeries, Order
from reports.queries.numbering import next_free, place_of
from reports.services import add_series, keep_number_template, register_earlier_order, registering
from tests.factories.accounts import MembershipFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import signed_order

DAY = datetime.date(2026, 9, 1)


@pytest.fixture
def enter(curator, programme):
    """Call it with a number: the order from paper."""
    return partial(register_earlier_order, actor=curator, programme=programme, title="О внедрении", signed_on=DAY)


@pytest.mark.parametrize(
    "number,template,place",
    [
        ("71-од", "{n}-од", 71),
        (" 71 – ОД ", "{n}-од", 71),
        ("71/2026", "{n}/{y}", 71),
        ("71/2025", "{n}/{y}", None),
        ("71-б", "{n}-од", None),
        ("7+-од", "{n}+-од", 7),
        ("4-4", "{n}-{n}", 4),
        ("4-5", "{n}-{n}", None),
        ("071-од", "{n}-од", None),
        ("б/н", "б/н", None),
    ],
)
def test_the_place_is_read_off_a_number_that_looks_like_those_of_the_series(number, template, place):
    assert place_of(number, template, 2026) == place


def test_numbers_that_papers_bear_are_left_out():
    assert next_free("{n}-од", 2026, 70, {"71-од", "72-од", "74-од"}) == (73, "73-од")


def test_a_look_without_a_number_ends_when_it_is_taken():
    assert next_free("б/н", 2026, 0, {"б/н"}) is None


def test_a_number_from_paper_moves_the_counter_without_its_place(enter, director):
    order = enter(number="71 – ОД")

    assert order.sequence == 71
    assert signed_order(by=director, on=DAY).number == "72-од"


def test_a_number_entered_without_its_place_is_not_printed_again(enter, director):
    """As such orders stand in a database of earlier versions."""
    enter(number="70-од")
    Order.objects.filter(pk=enter(number="71 – ОД").pk).update(sequence=None)
    NumberCounter.objects.update(last=70)

    assert signed_order(by=director, on=DAY).number == "72-од"


def test_a_paper_whose_place_was_told_is_not_printed_again_under_another_look(enter, director, curator, school):
    keep_number_template(actor=curator, template="{n}")
    enter(number="3-ОД", sequence=1)
    keep_number_template(actor=curator, template="{n}-од")
    director.school.refresh_from_db()

    assert [signed_order(by=director, on=DAY).number for _order in range(2)] == ["2-од", "4-од"]


def test_a_number_of_ours_is_not_given_again_under_another_look(director, curator):
    keep_number_template(actor=curator, template="2{n}")
    director.school.refresh_from_db()
    first = signed_order(by=director, on=DAY).number
    keep_number_template(actor=curator, template="{n}")
    NumberCounter.objects.update(last=20)
    director.school.refresh_from_db()

    assert [first, signed_order(by=director, on=DAY).number] == ["21", "22"]


def test_the_same_number_written_otherwise_is_refused(enter):
    enter(number="71-од")

    with pytest.raises(Refusal, match="занят"):
        enter(number="71 – ОД")


def test_a_letter_beside_a_place_takes_no_second_one(enter, director):
    enter(number="71-а", sequence=71)

    assert enter(number="71-од").sequence is None
    assert signed_order(by=director, on=DAY).number == "72-од"


def test_a_place_that_is_told_twice_is_refused(enter):
    enter(number="71-а", sequence=71)

    with pytest.raises(Refusal, match="Оставьте место пустым"):
        enter(number="71-б", sequence=71)


@pytest.mark.parametrize("template", ["{n}-од", "{n} – ОД"])
def test_two_series_do_not_share_one_look(curator, template):
    with pytest.raises(Refusal, match="Основн"):
        add_series(actor=curator, title="О поощрении", template=template)

    assert not NumberSeries.objects.exists()


def test_the_main_series_does_not_take_the_look_of_another(curator, school):
    add_series(actor=curator, title="О поощрении", template="{n}-п")

    with pytest.raises(Refusal, match="О поощрении"):
        keep_number_template(actor=curator, template="{n}-П")

    school.refresh_from_db()
    assert school.order_number_template == "{n}-од"


def test_the_database_refuses_a_second_paper_with_the_number(enter):
    first = enter(number="71-од")

    with pytest.raises(IntegrityError):
        Order.objects.filter(pk=enter(number="72-од").pk).update(number=first.number)


@pytest.mark.django_db(transaction=True)
def test_twins_from_before_keep_their_numbers(curator):
    with scope(school=curator.school):
        programme = ProgrammeFactory(school=curator.school)
        orders = [
            register_earlier_order(actor=curator, programme=programme, title="О внедрении", number=f"{place}-од", signed_on=DAY)
            for place in range(1, 4)
        ]
        unique = next(rule for rule in Order._meta.constraints if rule.name == "one_order_per_printed_number")
        with connection.schema_editor() as editor:
            editor.remove_constraint(Order, unique)
        Order.objects.filter(number="2-од").update(number="1-од")

        with connection.schema_editor() as editor:
            import_module("reports.migrations.0005_numbers_once").count_twins(apps, editor)
            editor.add_constraint(Order, unique)

        assert [(order.number, order.twin) for order in Order.objects.order_by("pk")] == [("1-од", 0), ("1-од", 1), ("3-од", 0)]
        assert len(orders) == 3


class TestAtOnce:
    """Two curators enter one paper at the same moment."""

    pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

    @pytest.fixture
    def outcomes(self, monkeypatch):
        """Call it: each has looked for the number before either writes, unless the lock lets only one in."""
        actor = MembershipFactory()
        with scope(school=actor.school):
            programme = ProgrammeFactory(school=actor.school)
        look, both_looked = registering.borne_numbers, threading.Barrier(2)

        def look_and_wait(orders):
            found = look(orders)
            with contextlib.suppress(threading.BrokenBarrierError):
                both_looked.wait(timeout=1)
            return found

        monkeypatch.setattr(registering, "borne_numbers", look_and_wait)

        def enter(_writer) -> str:
            try:
                with scope(school=actor.school):
                    register_earlier_order(actor=actor, programme=programme, title="О внедрении", number="71-од", signed_on=DAY)
            except (Refusal, IntegrityError) as error:
                return type(error).__name__
            finally:
                connection.close()
            return "entered"

        def both() -> list[str]:
            with ThreadPoolExecutor(2) as pool:
                return sorted(pool.map(enter, range(2)))

        return both

    def test_the_second_is_told_that_the_number_is_taken(self, outcomes):
        assert outcomes() == ["Refusal", "entered"]

    def test_without_the_lock_only_the_database_stops_it(self, outcomes, monkeypatch):
        monkeypatch.setattr(registering, "lock_counter", lambda **row: None)

        assert outcomes() == ["IntegrityError", "entered"]
