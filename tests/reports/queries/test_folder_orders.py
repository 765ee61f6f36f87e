"""Orders of an earlier year that a programme still rests on are in its folder and not missed."""

import datetime

import pytest

from reports.enums import OrderState
from reports.models import Order
from reports.queries.document_words import programme_words
from reports.queries.folder_gaps import folder_gaps
from reports.queries.folder_orders import folder_orders
from reports.services import register_earlier_order, sign_order
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory
from tests.reports.folder_reading import folder_parts

LAST, THIS = datetime.date(2025, 9, 1), datetime.date(2026, 9, 1)


@pytest.fixture
def before(school):
    return ProgrammeFactory(school=school, year__starts_on=LAST, starts_on=LAST, ends_on=datetime.date(2026, 8, 31))


@pytest.fixture
def now(school):
    return ProgrammeFactory(school=school, year__starts_on=THIS, starts_on=THIS, ends_on=datetime.date(2027, 8, 31))


@pytest.fixture
def issue(curator):
    """Call it with a programme, a kind, a number and a day: the order from paper."""
    return lambda programme, kind, number, day: register_earlier_order(
        actor=curator, programme=programme, title="О внедрении", number=number, signed_on=day, kind=kind
    )


def test_an_introduction_of_last_year_is_in_the_folder_and_not_missed(before, now, issue):
    introduction, statute = issue(before, "introduction", "1-од", LAST), issue(before, "statute", "2-од", LAST)
    issue(before, "appointment_of_curators", "3-од", LAST)

    assert list(folder_orders(now)) == [introduction, statute]
    gaps = folder_gaps(now)
    assert gaps.kinds == ("appointment_of_curators", "pairing")
    assert gaps.scanless == (introduction, statute)


def test_the_folder_prints_its_paper(before, now, director):
    order = OrderFactory(programme=before, kind="introduction", sent=True, size=0)

    sign_order(actor=director, order=order, on=LAST)

    assert "Приказ 1-од от 01.09.2025" in [part.title for part in folder_parts(now)]


def test_an_own_order_takes_its_place(before, now, issue):
    issue(before, "introduction", "1-од", LAST)
    own = issue(now, "introduction", "1-од", THIS)

    assert list(folder_orders(now)) == [own]


def test_the_latest_one_carries(before, now, issue):
    issue(before, "introduction", "1-од", LAST)
    later = issue(before, "introduction", "5-од", datetime.date(2026, 1, 12))

    assert list(folder_orders(now)) == [later]


def test_an_annulled_one_carries_nothing(before, now, issue):
    order = issue(before, "introduction", "1-од", LAST)
    Order.objects.filter(pk=order.pk).update(state=OrderState.ANNULLED)

    assert list(folder_orders(now)) == []
    assert "introduction" in folder_gaps(now).kinds


def test_a_later_year_brings_nothing_into_an_earlier_folder(before, now, issue):
    issue(now, "introduction", "1-од", THIS)

    assert list(folder_orders(before)) == []


def test_papers_name_the_statute_of_last_year_until_there_is_an_own_one(before, now, issue):
    issue(before, "statute", "2-од", LAST)
    of_last_year = programme_words(now)["statute_order_or_blank"]
    issue(now, "statute", "7-од", THIS)

    assert (of_last_year, programme_words(now)["statute_order_or_blank"]) == ("от 01.09.2025 № 2-од", "от 01.09.2026 № 7-од")
