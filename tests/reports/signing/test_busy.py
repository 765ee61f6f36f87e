"""A signature that waits in vain: somebody else holds the numbers of the school."""

import threading

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django_scopes import scope

from mentoring.common.wording.digests import digest_of
from pairs.enums import PairState
from pairs.models import Pair
from reports.enums import OrderState
from reports.models import NumberCounter, Order
from reports.queries.order_facts import order_facts
from tests.factories.reports import OrderFactory, signed_order

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def numbers_are_held(director):
    """Another connection holds the counter for as long as the test runs; ours does not wait long."""
    signed_order(by=director)
    held, done = threading.Event(), threading.Event()

    def hold():
        with scope(school=director.school), transaction.atomic():
            NumberCounter.objects.select_for_update().get()
            held.set()
            done.wait()
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    with connection.cursor() as cursor:
        cursor.execute("set lock_timeout = '100ms'")
    yield
    done.set()
    other.join()
    connection.close()


def what_stands_in(order: Order) -> str:
    return digest_of(order_facts(order))


def test_the_page_says_that_nothing_happened_and_that_it_may_be_tried_again(sign_in, director, numbers_are_held):
    order = OrderFactory(programme__school=director.school, sent=True)

    response = sign_in(director).post(reverse("reports:order_step", args=[order.pk, "sign"]), {"read": what_stands_in(order)})

    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert "попробуйте ещё раз" in response.content.decode()
    assert Order.objects.get(pk=order.pk).state == OrderState.SENT
    assert set(Pair.objects.filter(orders=order).values_list("state", flat=True)) == {PairState.IN_ORDER}


def test_the_list_tells_which_orders_were_left_as_they_are(sign_in, director, numbers_are_held):
    orders = [OrderFactory(programme__school=director.school, sent=True) for _number in range(2)]

    read = {f"read-{order.pk}": what_stands_in(order) for order in orders}

    response = sign_in(director).post(reverse("reports:orders_sign"), {"order": [order.pk for order in orders], **read}, follow=True)

    assert response.content.decode().count("Подпишите его ещё раз через несколько секунд") == 2
    assert Order.objects.filter(state=OrderState.SENT).count() == 2
