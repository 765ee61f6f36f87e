import datetime

import pytest
from django.urls import reverse
from django_scopes import scope

from reports.enums import OrderState
from reports.models import NumberSeries
from reports.services import register_earlier_order
from tests.factories.reports import OrderFactory, signed_order

URL = reverse("reports:orders")


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_does_not_grow_with_the_rows(sign_in, director, school, count, django_assert_num_queries):
    client = sign_in(director)
    for _number in range(count):
        OrderFactory(programme__school=school)

    with django_assert_num_queries(11):
        assert client.get(URL).status_code == 200


def states(response) -> list[str]:
    return [row["object"].state for row in response.context["rows"]]


def test_director_meets_orders_to_sign_first(sign_in, director, school):
    signed_order(by=director)
    OrderFactory(programme__school=school)
    OrderFactory(programme__school=school, sent=True)

    response = sign_in(director).get(URL)

    assert states(response) == [OrderState.SENT, OrderState.SIGNED, OrderState.DRAFT]


def test_curator_meets_returned_orders_first(sign_in, curator, school):
    OrderFactory(programme__school=school, sent=True)
    OrderFactory(programme__school=school)
    OrderFactory(programme__school=school, returned=True)

    response = sign_in(curator).get(URL)

    assert states(response) == [OrderState.RETURNED, OrderState.DRAFT, OrderState.SENT]


def test_filters_by_state_programme_and_year(sign_in, curator, school):
    wanted = OrderFactory(programme__school=school, sent=True)
    OrderFactory(programme__school=school, sent=True, programme__year__starts_on=datetime.date(2025, 9, 1))
    OrderFactory(programme=wanted.programme)

    query = {"state": "sent", "programme": wanted.programme_id, "year": wanted.programme.year_id}
    response = sign_in(curator).get(URL, query)

    assert [row["object"] for row in response.context["rows"]] == [wanted]


@pytest.mark.parametrize(
    "query,found",
    [
        ({"number": "71"}, ["71-ОД", "171-б"]),
        ({"number": "71-од"}, ["71-ОД"]),
        ({"title": "НАСТАВНИКОВ поощрении"}, ["171-б"]),
        ({"since": "2026-09-02", "until": "2026-09-30"}, ["171-б"]),
        ({"calendar_year": "2025"}, ["5-од"]),
        ({"calendar_year": "1999"}, ["5-од", "71-ОД", "171-б"]),
        ({"since": "вчера"}, ["5-од", "71-ОД", "171-б"]),
    ],
)
def test_what_is_looked_for_is_found_whatever_its_case(sign_in, curator, programme, query, found):
    papers = [("5-од", "О внедрении", 2025, 1), ("71-ОД", "О кураторах", 2026, 1), ("171-б", "О поощрении наставников", 2026, 5)]
    for number, title, year, day in papers:
        told = {"title": title, "number": number, "signed_on": datetime.date(year, 9, day)}
        register_earlier_order(actor=curator, programme=programme, **told)

    response = sign_in(curator).get(URL, {**query, "order": "signed"})

    assert [row["object"].number for row in response.context["rows"]] == found


def test_empty_list_tells_each_reader_what_comes_next(client, sign_in, curator, director):
    assert reverse("reports:order_prepare") in sign_in(curator).get(URL).content.decode()
    assert reverse("reports:order_prepare") not in sign_in(director).get(URL).content.decode()


def test_orders_of_another_school_are_not_listed(sign_in, curator, other_school):
    with scope(school=other_school):
        OrderFactory(programme__school=other_school)

    assert states(sign_in(curator).get(URL)) == []


def test_a_series_is_a_filter_only_where_there_are_several(sign_in, curator, school):
    awards = OrderFactory(programme__school=school, series="awards")
    OrderFactory(programme__school=school)
    client = sign_in(curator)
    assert "series" not in client.get(URL).context["filter"].form.fields

    NumberSeries.objects.create(school=school, code="awards", title="Поощрения", template="{n}-п")

    assert [row["object"] for row in client.get(URL, {"series": "awards"}).context["rows"]] == [awards]
