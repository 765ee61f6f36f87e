"""Before an order is sent its pages show which names and posts it prints in a case, each with the way to correct it."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from accounts.enums import Role
from programmes.enums import PersonKind
from reports.queries.order_texts import template_texts
from reports.services import edit_order, keep_name_forms, prepare_order, send_order
from tests.factories.participants import PersonFactory
from tests.factories.programmes import ProgrammeFactory

FULL_NAME = "Петрова Мария Ильинична"


@pytest.fixture
def order(school, give_role, curator):
    coordinator = give_role(Role.COORDINATOR, user__last_name="Петрова", user__first_name="Мария")
    coordinator.user.patronymic = "Ильинична"
    coordinator.user.save()
    PersonFactory(school=school, user=coordinator.user, kind=PersonKind.TEACHER, post="заместитель директора")
    told = {"coordinator": coordinator.pk, "members": []}
    return prepare_order(actor=curator, programme=ProgrammeFactory(school=school), kind="working_group", details=told)


def pages(order) -> list[str]:
    return [order.get_absolute_url(), reverse("reports:order_edit", args=[order.pk])]


def rows(response) -> dict:
    return {row["written"]: row["printed"] for row in response.context["declined"]}


def test_each_name_and_post_stands_as_it_prints_with_a_link_to_its_cases(sign_in, curator, order):
    for url in pages(order):
        response = sign_in(curator).get(url)

        assert rows(response)[FULL_NAME] == "Петрову Марию Ильиничну"
        assert rows(response)["заместитель директора"] == "заместителя директора"
        assert f"{reverse('reports:names')}?name={quote(FULL_NAME)}" in response.content.decode()


def test_what_the_school_has_corrected_stands_there_at_once(sign_in, curator, order):
    cases = {"genitive": "", "dative": "", "accusative": "Петрову Машу", "instrumental": ""}
    keep_name_forms(actor=curator, nominative=FULL_NAME, cases=cases)

    assert [rows(sign_in(curator).get(url))[FULL_NAME] for url in pages(order)] == ["Петрову Машу"] * 2


def test_a_name_that_the_words_do_not_mention_is_not_listed(sign_in, curator, order):
    texts = template_texts("working_group") | {"items": [{"text": "Создать рабочую группу.", "parts": []}]}
    edit_order(actor=curator, order=order, version="0", texts=texts, details={})

    assert [sign_in(curator).get(url).context["declined"] for url in pages(order)] == [[], []]


def test_an_order_with_the_director_asks_nothing_of_the_curator(sign_in, curator, order):
    send_order(actor=curator, order=order)

    assert sign_in(curator).get(order.get_absolute_url()).context["declined"] == []
