"""A letter says that an order waits and leads to its page; it names nobody."""

import pytest
from django.urls import reverse

from reports.models import Order
from reports.services import return_order, send_order
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import OrderFactory

SITE = "https://tandem.school12.ru"


@pytest.fixture
def order(school, director, curator):
    for member in (director, curator):
        member.user.email = f"{member.role}@school12.ru"
        member.user.save()
    return OrderFactory(programme__school=school, author=curator)


def test_a_sent_order_writes_to_the_director_a_link_to_its_page(order, curator, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send_order(actor=curator, order=order, site=SITE)
        send_order(actor=curator, order=order, site=SITE)  # a double click

    [letter] = mailoutbox
    assert letter.to == ["director@school12.ru"]
    assert SITE + order.get_absolute_url() in letter.body
    assert SITE + reverse("reports:orders_sign") in letter.body
    names = {name for pair in order.pairs.with_names() for person in [pair.mentor.person, *pair.mentee_people] for name in [person.surname]}
    assert not [name for name in names if name in letter.body + letter.subject]
    assert order.title not in letter.body + letter.subject


def test_nobody_is_asked_to_sign_the_own_order(order, school, director, curator, mailoutbox, django_capture_on_commit_callbacks):
    both = MembershipFactory(school=school, role=director.role, user=curator.user)

    with django_capture_on_commit_callbacks(execute=True):
        send_order(actor=curator, order=order, site=SITE)

    assert both.user.email not in [address for letter in mailoutbox for address in letter.to]


def test_who_sends_the_order_of_a_colleague_is_not_asked_to_sign_it(
    order, school, director, give_role, mailoutbox, django_capture_on_commit_callbacks
):
    sender = give_role("curator")
    sender.user.email = "sender@school12.ru"
    sender.user.save()
    give_role(director.role, user=sender.user)

    with django_capture_on_commit_callbacks(execute=True):
        send_order(actor=sender, order=order, site=SITE)

    assert [letter.to for letter in mailoutbox] == [["director@school12.ru"]]


def test_a_returned_order_writes_to_its_author(order, curator, director, mailoutbox, django_capture_on_commit_callbacks):
    send_order(actor=curator, order=order)

    with django_capture_on_commit_callbacks(execute=True):
        return_order(actor=director, order=Order.objects.get(pk=order.pk), note="Уточните срок Ивановой.", site=SITE)

    [letter] = mailoutbox
    assert (letter.to, SITE + order.get_absolute_url() in letter.body) == (["curator@school12.ru"], True)
    assert "Ивановой" not in letter.body


def test_without_an_address_of_the_site_no_letter_is_sent(order, curator, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send_order(actor=curator, order=order)

    assert mailoutbox == []
