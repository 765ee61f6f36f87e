"""T-41: after a restore no number is given twice."""

import datetime
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django_scopes import scope

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from reports.models import NumberHold
from reports.queries.numbering import MAIN_SERIES
from reports.services import hold_numbers, settle_last_numbers, sign_order
from reports.services.numbers import take_number
from tests.factories.reports import OrderFactory, signed_order

YEAR = 2026
DAY = datetime.date(2026, 11, 21)


def next_number(school) -> int:
    return take_number(school=school, year=YEAR, series=MAIN_SERIES)[0]


def test_nothing_is_signed_before_the_last_numbers_are_told(director, school):
    order = OrderFactory(sent=True, programme__school=school)
    hold_numbers(copied_on=DAY)

    with pytest.raises(Refusal, match=r"резервной копии от 21\.11\.2026"):
        sign_order(actor=director, order=order)

    order.refresh_from_db()
    assert order.number == ""


def test_the_next_order_gets_a_number_after_the_last_on_paper(director, curator, school):
    signed_order(by=director, on=DAY)
    hold_numbers(copied_on=DAY)

    settle_last_numbers(actor=curator, year=YEAR, last={MAIN_SERIES: 4, "б": 2})

    assert signed_order(by=director, on=DAY).sequence == 5
    assert take_number(school=school, year=YEAR, series="б") == (3, "3-од")
    assert AuditEvent.objects.get(name="numbers.settled").details == {"year": YEAR, "last": "4, 2"}


def test_last_numbers_never_go_back(curator, school):
    assert [next_number(school) for _order in range(3)] == [1, 2, 3]

    settle_last_numbers(actor=curator, year=YEAR, last={MAIN_SERIES: 1})

    assert next_number(school) == 4


def test_each_school_answers_for_itself(curator, school, other_school):
    told = io.StringIO()
    call_command("hold_numbers", "2026-11-21", stdout=told)
    call_command("hold_numbers", "2026-11-21", stdout=told)

    settle_last_numbers(actor=curator, year=YEAR, last={MAIN_SERIES: 0})

    assert told.getvalue().startswith("2 schools")
    assert next_number(school) == 1
    with scope(school=other_school), pytest.raises(Refusal):
        next_number(other_school)


def test_who_only_signs_does_not_tell_the_last_numbers(director, school):
    hold_numbers(copied_on=DAY)

    with pytest.raises(PermissionDenied):
        settle_last_numbers(actor=director, year=YEAR, last={MAIN_SERIES: 1})

    assert NumberHold.objects.exists()
