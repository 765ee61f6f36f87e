"""«Orders about you» stands in the menu of whoever an order names, whether it is read already or not, and in nobody else's."""

import pytest
from django.urls import reverse
from django_scopes import scope

from accounts.models import Membership
from reports.models import Acknowledgement
from reports.queries.own_orders import is_named_in_orders
from reports.services import confirm_reading
from tests.factories.accounts import MembershipFactory
from tests.factories.participants import GuardianFactory
from tests.factories.reports import signed_order

MENU_LINK = f'href="{reverse("reports:acknowledgements")}"'


def user_of_the_line(order, user):
    order.acknowledgements.filter(position=1).update(user=user)


def user_of_the_person(order, user):
    person = order.pairs.get().mentor.person
    person.user = user
    person.save()


def guardian_of_the_child(order, user):
    GuardianFactory(person=order.pairs.get().mentee_people[0], user=user)


def nobody(order, user):
    pass


def is_named(member) -> bool:
    return Membership.objects.annotate(is_named=is_named_in_orders()).get(pk=member.pk).is_named


@pytest.mark.parametrize("tie", [user_of_the_line, user_of_the_person, guardian_of_the_child, nobody])
def test_who_is_named_is_who_has_lines_to_confirm(director, mentor_actor, tie):
    tie(signed_order(by=director, size=1), mentor_actor.user)

    has_lines = Acknowledgement.objects.of_user(mentor_actor.user_id).exists()

    assert (is_named(mentor_actor), has_lines) == (tie != nobody, tie != nobody)


def test_an_order_that_is_annulled_names_nobody(director, mentor_actor):
    order = signed_order(by=director, size=1)
    user_of_the_person(order, mentor_actor.user)
    type(order).objects.update(state="annulled")

    assert not is_named(mentor_actor)


def test_an_order_of_another_school_opens_nothing_in_this_one(mentor_actor, other_school):
    with scope(school=other_school):
        order = signed_order(by=MembershipFactory(school=other_school, role="director"), size=1)
        user_of_the_line(order, mentor_actor.user)

    assert not is_named(mentor_actor)


def test_the_menu_leads_there_from_the_first_order_on(sign_in, director, mentor_actor):
    client = sign_in(mentor_actor)
    assert MENU_LINK not in client.get(reverse("jobs:list")).content.decode()

    order = signed_order(by=director, size=1)
    user_of_the_person(order, mentor_actor.user)

    assert MENU_LINK in client.get(reverse("jobs:list")).content.decode()
    confirm_reading(actor=mentor_actor, order=order)
    assert MENU_LINK in client.get(reverse("jobs:list")).content.decode()
