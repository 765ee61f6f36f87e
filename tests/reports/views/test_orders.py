import pytest
from django.urls import reverse

from reports.services import return_order
from tests.factories.pairs import PairFactory
from tests.factories.reports import OrderFactory


@pytest.fixture
def order(school):
    return OrderFactory(programme__school=school, sent=True, size=3)


def page(client, order) -> str:
    return client.get(order.get_absolute_url()).content.decode()


def test_director_reads_the_sheet_and_what_the_signature_changes(sign_in, director, order):
    text = page(sign_in(director), order)

    assert "ПРИКАЗЫВАЮ:" in text
    assert order.pairs.first().mentor.person.full_name in text
    assert reverse("reports:order_step", args=[order.pk, "sign"]) in text
    assert reverse("reports:order_step", args=[order.pk, "return"]) in text


def test_curator_sees_no_button_to_sign(sign_in, curator, order):
    assert reverse("reports:order_step", args=[order.pk, "sign"]) not in page(sign_in(curator), order)


def test_returned_order_shows_the_remark(sign_in, curator, director, order):
    return_order(actor=director, order=order, note="Срок в приложении не тот <b>")

    text = page(sign_in(curator), order)

    assert text.count("Срок в приложении не тот &lt;b&gt;") == 2  # on top and in the story
    assert reverse("reports:order_step", args=[order.pk, "send"]) in text


@pytest.mark.parametrize("size", [1, 30])
def test_number_of_queries_does_not_grow_with_the_pairs(sign_in, director, school, size, django_assert_num_queries):
    client = sign_in(director)
    order = OrderFactory(programme__school=school, sent=True, size=size)

    with django_assert_num_queries(15):
        assert client.get(order.get_absolute_url()).status_code == 200


def test_preview_is_the_sheet_alone(sign_in, director, order):
    text = sign_in(director).get(reverse("reports:order_preview", args=[order.pk])).content.decode()

    assert "ПРИКАЗЫВАЮ:" in text
    assert "<nav" not in text


def test_the_page_names_the_pairs_that_go_on_new_terms(sign_in, curator, order):
    changed = PairFactory(programme=order.programme, active=True)
    order.changed_pairs.add(changed)

    assert changed.get_absolute_url() in page(sign_in(curator), order)
