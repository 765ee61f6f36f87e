"""The page that changes a draft: its facts, its pairs and its words in one form."""

import pytest
from django.urls import reverse
from django_scopes import scope

from pairs.enums import PairState
from pairs.models import Pair
from reports.models import Order
from reports.services import prepare_order
from tests.factories.pairs import PairFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory, signed_order

WORDS = {"title": "О парах", "preamble": "По решению школы", "items": "Закрепить пары.", "version": "0"}


@pytest.fixture
def order(school):
    return OrderFactory(programme__school=school, returned=True, size=2)


def edit_url(order) -> str:
    return reverse("reports:order_edit", args=[order.pk])


def test_the_pairs_of_the_draft_are_ticked_and_agreed_ones_stand_beside(sign_in, curator, order):
    free = PairFactory(programme=order.programme, state=PairState.AGREED)

    field = sign_in(curator).get(edit_url(order)).context["told"]["pairs"]

    own = {pair.pk for pair in order.pairs.all()}
    assert (set(field.value()), set(field.field.queryset.values_list("pk", flat=True))) == (own, own | {free.pk})


def test_a_pair_is_left_out_on_the_page(sign_in, curator, order):
    stays, leaves = order.pairs.all()

    response = sign_in(curator).post(edit_url(order), WORDS | {"pairs": [stays.pk]})

    assert response.url == order.get_absolute_url()
    assert (list(order.pairs.all()), Pair.objects.get(pk=leaves.pk).state) == ([stays], PairState.AGREED)


@pytest.mark.parametrize("where", ["another programme", "another school"])
def test_a_foreign_pair_is_not_taken_and_the_words_stay_typed(sign_in, curator, school, other_school, order, where):
    if where == "another school":
        with scope(school=other_school):
            foreign = PairFactory(programme=ProgrammeFactory(school=other_school), state=PairState.AGREED)
    else:
        foreign = PairFactory(programme=ProgrammeFactory(school=school), state=PairState.AGREED)

    response = sign_in(curator).post(edit_url(order), WORDS | {"pairs": [foreign.pk]})

    assert response.context["told"].errors["pairs"]
    assert "По решению школы" in response.content.decode()
    assert (order.pairs.count(), Order.objects.get(pk=order.pk).texts) == (2, None)


def test_a_pair_that_finished_meanwhile_is_named_and_the_curator_takes_it_out(sign_in, curator, director, school):
    base = signed_order(by=director, size=2)
    finished, other = base.pairs.with_names()
    order = prepare_order(actor=curator, programme=base.programme, kind="ending", ending=[finished, other], details={"reason": "срок"})
    Pair.objects.filter(pk=finished.pk).update(state=PairState.ENDED)
    client, told = sign_in(curator), WORDS | {"outcome": "ended", "reason": "срок"}

    page = client.post(edit_url(order), told | {"ending": [finished.pk, other.pk]}).content.decode()
    client.post(edit_url(order), told | {"ending": [other.pk]})

    assert str(finished) in page
    assert list(order.ending_pairs.all()) == [other]


def test_the_pair_of_a_replacement_is_changed(sign_in, curator, director, school):
    base = signed_order(by=director, size=2)
    first, second = base.pairs.all()
    told = {"new_mentor": second.mentor_id, "agreed_on": "2026-10-12", "reason": "болезнь"}
    order = prepare_order(actor=curator, programme=base.programme, kind="replacement", ending=[first], details=told)
    free = PairFactory(programme=base.programme).mentor
    free.capacity = 3
    free.save()

    sign_in(curator).post(edit_url(order), WORDS | told | {"amends": base.pk, "old_pair": second.pk, "new_mentor": free.pk})

    order = Order.objects.get(pk=order.pk)
    assert (list(order.ending_pairs.all()), order.amends) == ([second], base)


@pytest.mark.parametrize("size", [1, 30])
def test_number_of_queries_does_not_grow_with_the_pairs(sign_in, curator, school, size, django_assert_num_queries):
    order = OrderFactory(programme__school=school, size=size)
    client = sign_in(curator)

    with django_assert_num_queries(23):
        client.get(edit_url(order))
