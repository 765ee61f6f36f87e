"""What the signature would refuse stands on the page before anybody presses a button."""

import re

import pytest
from django.urls import reverse

from mentoring.common import clock
from mentoring.common.refusal import Refusal
from participants.enums import ConsentPurpose
from participants.services import withdraw_consent
from programmes.enums import PersonKind
from reports.models import Order
from reports.presenters.effects import lacking
from reports.services import prepare_order, send_order, sign_order
from tests.factories.pairs import PairFactory, give_guardians
from tests.factories.participants import ConsentFactory, MentorRecordFactory, PersonFactory
from tests.factories.reports import OrderFactory, signed_order

WARNING = "Приказ нельзя подписать, пока нет согласий"


@pytest.fixture
def order(school):
    return OrderFactory(programme__school=school, size=2)


def withdraw(curator, person, purpose=ConsentPurpose.PROCESSING):
    withdraw_consent(actor=curator, consent=person.consents.get(purpose=purpose), withdrawn_on=clock.today())


def page(client, order) -> str:
    return client.get(order.get_absolute_url()).content.decode()


def test_the_curator_reads_before_sending_which_pair_lacks_a_consent(sign_in, curator, order):
    lame, whole = order.pairs.with_names()
    withdraw(curator, lame.mentee_people[0])

    text = page(sign_in(curator), order)

    assert WARNING in text
    [line] = lacking([order])[order.pk]
    assert line in text
    assert str(lame) in line
    assert lame.mentee_people[0].short_name in line
    assert str(whole) not in line


def test_the_director_reads_the_same_on_the_page_and_in_the_list(sign_in, curator, director, order):
    send_order(actor=curator, order=order)
    other = OrderFactory(programme=order.programme, sent=True)
    withdraw(curator, order.pairs.first().mentor.person)
    client = sign_in(director)

    assert WARNING in page(client, order)
    response = client.get(reverse("reports:orders_sign"))
    assert [(entry["order"], bool(entry["lacking"])) for entry in response.context["entries"]] == [(order, True), (other, False)]
    ticked = re.findall(r'name="order" value="(\d+)" checked', response.content.decode())
    assert ticked == [str(other.pk)]


def test_where_nothing_is_missing_nothing_is_said(sign_in, curator, order):
    assert WARNING not in page(sign_in(curator), order)


def test_a_signed_order_asks_for_nothing_more(sign_in, curator, director):
    order = signed_order(by=director)
    withdraw(curator, order.pairs.first().mentor.person)

    assert WARNING not in page(sign_in(director), order)


def test_a_teacher_whose_own_consent_is_withdrawn_is_told_and_refused(curator, director, order):
    pair = order.pairs.first()
    pair.mentor.person.kind, pair.mentor.person.birth_date = PersonKind.TEACHER, None
    pair.mentor.person.save()
    ConsentFactory(person=pair.mentor.person, purpose=ConsentPurpose.MENTOR_AGREEMENT)
    assert lacking([order])[order.pk] == []

    withdraw(curator, pair.mentor.person, ConsentPurpose.MENTOR_AGREEMENT)

    assert pair.mentor.person.short_name in lacking([order])[order.pk][0]
    send_order(actor=curator, order=order)
    with pytest.raises(Refusal, match=pair.mentor.person.surname):
        sign_order(actor=director, order=Order.objects.get(pk=order.pk))


def test_the_new_mentor_of_a_replacement_is_asked_for_too(curator, school):
    pair = PairFactory(programme__school=school, active=True)
    give_guardians(pair)
    mentor = MentorRecordFactory(programme=pair.programme, person=PersonFactory(school=school))
    told = {"new_mentor": mentor.pk, "agreed_on": "2026-10-12", "reason": "болезнь"}
    order = prepare_order(actor=curator, programme=pair.programme, kind="replacement", ending=[pair], details=told)

    assert mentor.person.short_name in lacking([order])[order.pk][0]


@pytest.mark.parametrize("count", [1, 10])
def test_consents_of_all_orders_are_asked_for_at_once(school, count, django_assert_num_queries):
    for _number in range(count):
        OrderFactory(programme__school=school, size=2)
    orders = list(Order.objects.with_subjects())

    with django_assert_num_queries(1):
        lacking(orders)
