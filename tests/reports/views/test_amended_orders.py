"""After a change or an annulment: both orders name each other, and the older one keeps its papers."""

import datetime

import pytest
from django.urls import reverse

from jobs.models import Job
from jobs.services import run
from reports.documents.register import register_paper
from reports.enums import OrderState
from reports.models import Order
from reports.presenters.effects import effect
from reports.services import prepare_order, send_order, sign_order
from tests.factories.pairs import give_guardians
from tests.factories.reports import signed_order

DAY = datetime.date(2026, 10, 12)


@pytest.fixture
def base(director):
    """An order in force on two pairs, its PDF made."""
    order = signed_order(by=director, size=2, on=DAY)
    for pair in order.pairs.with_names():
        give_guardians(pair)
    run(Job.objects.get().pk)
    return order


@pytest.fixture
def draft(curator, base):
    """Call it with a kind to get an order of that kind on the base."""

    def make(kind, amends=base, **kwargs) -> Order:
        order = prepare_order(actor=curator, programme=base.programme, kind=kind, amends=amends, details={"reason": "переезд"}, **kwargs)
        return send_order(actor=curator, order=order)

    return make


def page(client, order) -> str:
    return client.get(order.get_absolute_url()).content.decode()


def test_an_annulled_order_keeps_its_pdf_and_its_sheet(sign_in, director, base, draft):
    annulment = sign_order(actor=director, order=draft("annulment"))

    text = page(sign_in(director), base)

    assert Order.objects.get(pk=base.pk).state == OrderState.ANNULLED
    assert reverse("reports:order_pdf", args=[base.pk]) in text
    assert reverse("reports:order_sheet", args=[base.pk]) in text
    assert f"Отменён приказом № {annulment.number} от {annulment.signed_on:%d.%m.%Y}" in text
    assert annulment.get_absolute_url() in text


def test_the_order_that_annuls_names_the_other_with_its_date(sign_in, director, base, draft):
    text = page(sign_in(director), sign_order(actor=director, order=draft("annulment")))

    assert base.get_absolute_url() in text
    assert "12.10.2026" in text


def test_a_changed_order_names_the_change_only_while_it_is_in_force(sign_in, director, base, draft):
    client = sign_in(director)
    change = draft("changes", ending=[base.pairs.first()])
    assert "Изменён приказом" not in page(client, base)

    sign_order(actor=director, order=change)
    assert f"Изменён приказом № {change.number}" in page(client, base)

    sign_order(actor=director, order=draft("annulment", amends=change))
    assert "Изменён приказом" not in page(client, base)


def test_the_list_and_the_register_name_the_amending_orders(sign_in, director, base, draft):
    change = sign_order(actor=director, order=draft("changes", ending=[base.pairs.first()]))

    text = sign_in(director).get(reverse("reports:orders")).content.decode()
    html = register_paper(director.school, Order.objects.filter(pk=base.pk)).html

    assert f'<a href="{change.get_absolute_url()}">Изменён приказом № {change.number}' in text
    assert f"Изменён приказом № {change.number} от {change.signed_on:%d.%m.%Y}" in html


def test_the_check_page_says_what_an_annulment_does_not_restore(director, base, draft):
    ended, staying = base.pairs.with_names()
    change = sign_order(actor=director, order=draft("changes", ending=[ended], changed=[staying]))

    words = effect(draft("annulment", amends=change))

    assert "1 пара, завершённая этим приказом, остаётся завершённой" in words
    assert "открыть её снова может координатор или директор" in words
    assert "1 пара сохраняет условия" in words


def test_an_annulment_that_has_nothing_to_leave_says_nothing_of_it(base, draft):
    assert "остаётся" not in effect(draft("annulment"))


def test_an_annulment_by_which_nobody_stops_counts_no_pairs(director, base, draft):
    change = sign_order(actor=director, order=draft("changes", ending=[base.pairs.first()]))

    assert "0 пар" not in effect(draft("annulment", amends=change))
    assert "1 пара или группа, работающая по нему, прекратит работу" in effect(draft("annulment"))


def test_an_order_in_force_counts_the_pairs_that_work_by_it_now(director, base, draft):
    assert "2 пары" in effect(base)

    sign_order(actor=director, order=draft("changes", ending=[base.pairs.first()]))

    assert "1 пара" in effect(Order.objects.get(pk=base.pk))
