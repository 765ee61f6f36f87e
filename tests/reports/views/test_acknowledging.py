import datetime

import pytest
from django.urls import reverse

from mentoring.common.refusal import Refusal
from reports.enums import Way
from reports.models import Acknowledgement
from reports.services import confirm_reading, mark_signed_sheet
from tests.factories.participants import GuardianFactory
from tests.factories.reports import signed_order

MINE = reverse("reports:acknowledgements")


@pytest.fixture
def order(director):
    return signed_order(by=director, size=1)


def line_of(order, person) -> Acknowledgement:
    return order.acknowledgements.get(person=person)


def test_signing_opens_a_line_for_everybody_named(order):
    pair = order.pairs.get()

    people = set(order.acknowledgements.exclude(person=None).values_list("person", flat=True))
    assert people == {pair.mentor.person_id, pair.mentee_people[0].pk}
    assert order.acknowledgements.filter(user=order.author.user).count() == 1


def test_mentor_confirms_by_the_own_login_once(sign_in, mentor_actor, order):
    mentor = order.pairs.get().mentor.person
    mentor.user = mentor_actor.user
    mentor.save()
    client = sign_in(mentor_actor)
    line = line_of(order, mentor)

    assert order.title in client.get(MINE).content.decode()
    client.post(reverse("reports:acknowledgement_confirm", args=[line.pk]))
    line.refresh_from_db()

    assert (line.way, line.recorded_by) == (Way.SYSTEM, mentor_actor)
    assert confirm_reading(actor=mentor_actor, acknowledgement=line) is False


def test_guardian_confirms_for_the_child(give_role, order):
    guardian = give_role("guardian")
    child = order.pairs.get().mentee_people[0]
    GuardianFactory(person=child, user=guardian.user)

    assert confirm_reading(actor=guardian, acknowledgement=line_of(order, child))


def test_nobody_confirms_for_another(mentor_actor, order):
    with pytest.raises(Refusal):
        confirm_reading(actor=mentor_actor, acknowledgement=order.acknowledgements.last())


def test_curator_marks_the_signed_sheet_in_one_go(sign_in, curator, order):
    url = reverse("reports:order_sheet", args=[order.pk])
    keys = list(order.acknowledgements.values_list("pk", flat=True))

    sign_in(curator).post(url, {"lines": keys, "on": order.signed_on.isoformat()})

    assert not order.acknowledgements.waiting().exists()
    assert set(order.acknowledgements.values_list("way", flat=True)) == {Way.SHEET}


def test_one_tick_marks_everybody_who_has_not_read(sign_in, curator, order):
    url = reverse("reports:order_sheet", args=[order.pk])

    sign_in(curator).post(url, {"everybody": "on", "on": order.signed_on.isoformat()})

    assert not order.acknowledgements.waiting().exists()


def test_nobody_ticked_is_told(sign_in, curator, order):
    response = sign_in(curator).post(reverse("reports:order_sheet", args=[order.pk]), {"on": order.signed_on.isoformat()})

    assert "lines" in response.context["form"].errors
    assert order.acknowledgements.waiting().count() == order.acknowledgements.count()


@pytest.mark.parametrize("days", [-1, 1])
def test_sheet_is_signed_neither_before_the_order_nor_in_the_future(curator, order, days):
    day = order.signed_on + datetime.timedelta(days=days)

    with pytest.raises(Refusal):
        mark_signed_sheet(actor=curator, order=order, positions=[order.acknowledgements.first().pk], on=day)

    assert order.acknowledgements.waiting().count() == order.acknowledgements.count()


@pytest.mark.parametrize("size", [1, 30])
def test_number_of_queries_does_not_grow_with_the_people(sign_in, director, size, django_assert_num_queries):
    order = signed_order(by=director, size=size)
    client = sign_in(director)

    with django_assert_num_queries(5):
        assert client.get(reverse("reports:order_sheet", args=[order.pk])).status_code == 200
