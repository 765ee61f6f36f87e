import re

import pytest
from django.urls import reverse
from django_scopes import scope, scopes_disabled

from accounts.enums import Role
from jobs.models import Job
from pairs.enums import PairState
from reports.enums import OrderState
from reports.models import Order
from reports.services import send_order
from reports.views import signing
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import OrderFactory

URL = reverse("reports:orders_sign")


@pytest.fixture
def orders(school):
    return [OrderFactory(programme__school=school, sent=True) for _number in range(3)]


def sign(client, orders):
    """What the form sends: the ticked keys and what has been read of each."""
    read = {f"read-{entry['order'].pk}": entry["read"] for entry in client.get(URL).context["entries"]}
    return client.post(URL, {"order": [order.pk for order in orders], **read}, follow=True)


def test_check_page_shows_each_order_as_it_will_print(sign_in, director, orders):
    text = sign_in(director).get(URL).content.decode()

    assert text.count("ПРИКАЗЫВАЮ:") == 3
    assert text.count('name="order"') == 3


def test_twenty_orders_are_signed_by_one_button(sign_in, director, school):
    orders = [OrderFactory(programme__school=school, sent=True) for _number in range(20)]

    response = sign(sign_in(director), orders)

    assert response.context["signed"] == 20
    numbers = set(Order.objects.values_list("sequence", flat=True))
    assert numbers == set(range(1, 21))
    assert Job.objects.filter(kind="order_pdf").count() == 20


def test_one_order_that_cannot_be_signed_does_not_hold_up_the_others(sign_in, director, orders):
    orders[1].pairs.update(state=PairState.WITHDRAWN)

    response = sign(sign_in(director), orders)

    results = response.context["results"]
    assert [bool(result["refusal"]) for result in results] == [False, True, False]
    states = Order.objects.order_by("pk").values_list("state", "number")
    assert list(states) == [(OrderState.SIGNED, "1-од"), (OrderState.SENT, ""), (OrderState.SIGNED, "2-од")]


def test_the_own_order_is_not_offered_and_not_signed(sign_in, orders, school):
    both = MembershipFactory(school=school, role=Role.DIRECTOR, user=orders[0].author.user)
    client = sign_in(both)

    assert client.get(URL).content.decode().count('name="order"') == 2
    client.post(URL, {"order": [orders[0].pk]})
    assert Order.objects.get(pk=orders[0].pk).state == OrderState.SENT


def test_an_order_that_changed_since_the_list_was_opened_is_left_and_told(sign_in, director, orders):
    client = sign_in(director)
    text = client.get(URL).content.decode()
    read = {f"read-{order.pk}": re.search(rf'name="read-{order.pk}" value="(\w+)"', text)[1] for order in orders}
    Order.objects.filter(pk=orders[1].pk).update(title="Иначе")

    response = client.post(URL, {"order": [order.pk for order in orders], **read}, follow=True)

    assert [bool(result["refusal"]) for result in response.context["results"]] == [False, True, False]
    assert "прочитайте его ещё раз" in response.content.decode()


def test_nothing_ticked_is_told(sign_in, director, orders):
    response = sign_in(director).post(URL)

    assert response.context["nothing_chosen"]
    assert not Order.objects.filter(state=OrderState.SIGNED).exists()


def test_without_orders_the_page_says_so(sign_in, director):
    assert sign_in(director).get(URL).context["entries"] == []


def test_a_key_that_is_no_number_is_not_found(sign_in, director):
    assert sign_in(director).post(URL, {"order": ["x"]}).status_code == 404


def test_with_an_order_of_another_school_in_the_list_nothing_is_found_and_nothing_is_signed(sign_in, director, orders, other_school):
    with scope(school=other_school):
        foreign = OrderFactory(programme__school=other_school, sent=True)

    assert sign_in(director).post(URL, {"order": [orders[0].pk, foreign.pk]}).status_code == 404

    with scopes_disabled():
        assert not Order.objects.filter(state=OrderState.SIGNED).exists()


def test_the_result_is_a_page_of_its_own_that_signs_nothing_when_it_is_loaded_again(sign_in, director, orders):
    client = sign_in(director)
    address = sign(client, orders).request["PATH_INFO"]
    signed = Order.objects.order_by("pk").values_list("state", "number")
    before = list(signed)

    again = client.get(address)

    assert address == reverse("reports:orders_signed")
    assert again.context["signed"] == 3
    assert list(signed) == before


def test_without_a_list_that_was_signed_the_result_leads_to_what_waits(sign_in, director, school):
    assert sign_in(director).get(reverse("reports:orders_signed")).url == URL


def test_own_orders_take_no_room_and_the_page_says_how_many_more_wait(sign_in, school, monkeypatch):
    monkeypatch.setattr(signing, "MOST", 2)
    own, *others = [OrderFactory(programme__school=school, sent=True) for _number in range(4)]
    both = MembershipFactory(school=school, role=Role.DIRECTOR, user=own.author.user)

    response = sign_in(both).get(URL)

    assert [entry["order"] for entry in response.context["entries"]] == others[:2]
    assert "Показаны приказы: 2 из 3" in response.content.decode()


def test_nothing_is_said_of_more_where_all_are_shown(sign_in, director, orders):
    assert "Показаны приказы" not in sign_in(director).get(URL).content.decode()


@pytest.mark.parametrize("count, size, queries", [(1, 1, 13), (1, 30, 13), (10, 2, 31)])
def test_number_of_queries_grows_little_with_the_orders_and_not_with_their_pairs(
    sign_in, curator, director, school, count, size, queries, django_assert_num_queries
):
    client = sign_in(director)
    for _number in range(count):
        order = OrderFactory(programme__school=school, size=size, author=curator)
        send_order(actor=curator, order=order)

    with django_assert_num_queries(queries):
        assert client.get(URL).status_code == 200
