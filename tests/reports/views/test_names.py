"""The page of names in cases."""

import pytest
from django.urls import reverse

from participants.models import Person
from programmes.enums import PersonKind
from reports.models import NameForms
from tests.factories.pairs import PairFactory
from tests.factories.reports import OrderFactory

URL = reverse("reports:names")


@pytest.fixture
def order(school):
    order = OrderFactory(programme__school=school)
    mentor = order.pairs.get().mentor.person
    Person.objects.filter(pk=mentor.pk).update(surname="Цой", name="Юлия", patronymic="", kind=PersonKind.TEACHER, post="Завуч")
    return order


def cards(response) -> dict:
    return {card["text"]: card for card in response.context["readings"]}


def words(card) -> list[str]:
    return [text for _label, text in card["cases"]]


def test_a_typed_name_shows_its_cases_and_keeps_the_correction(sign_in, curator):
    client = sign_in(curator)

    form = client.get(URL, {"name": "Петрова Мария Ильинична"}).context["form"]
    assert form["accusative"].value() == "Петрову Марию Ильиничну"
    client.post(URL, {"nominative": "Петрова Мария Ильинична", "accusative": "Петрову Машу"})
    assert "Петрову Машу" in client.get(URL).content.decode()


def test_a_typed_post_is_declined_as_a_post_whatever_its_first_letter(sign_in, curator):
    form = sign_in(curator).get(URL, {"name": "Старшая вожатая"}).context["form"]

    assert form["accusative"].value() == "Старшую вожатую"


def test_everybody_in_an_open_order_stands_there_with_the_post(sign_in, curator, order):
    found = cards(sign_in(curator).get(URL))

    mentee = order.pairs.with_names().get().mentee_people[0]
    assert words(found["Цой Юлия"]) == ["Цой Юлии", "Цой Юлии", "Цой Юлию", "Цой Юлией"]
    assert words(found["завуч"]) == ["завуча", "завучу", "завуча", "завучем"]
    assert {mentee.full_name, curator.user.get_full_name()} <= set(found)


def test_a_pair_without_an_open_order_does_not_stand_there(sign_in, curator, school):
    pair = PairFactory(programme__school=school)

    assert pair.mentor.person.full_name not in cards(sign_in(curator).get(URL))


@pytest.mark.parametrize("name, post, unsure", [
    ("Саша", "завуч", {"Цой Саша"}),
    ("Юлия", "коуч", {"коуч"}),
    ("Юлия", "тьютор", {"тьютор"}),
    ("Юлия", "завуч", set()),
])  # fmt: skip
def test_what_the_rules_are_unsure_of_is_marked_and_comes_first(sign_in, curator, order, name, post, unsure):
    Person.objects.filter(surname="Цой").update(name=name, post=post)

    response = sign_in(curator).get(URL)

    marked = {card["text"] for card in response.context["readings"] if card["is_unsure"]}
    assert marked & {"Цой Саша", "Цой Юлия", "завуч", "коуч", "тьютор"} == unsure
    assert [card["is_unsure"] for card in response.context["readings"]] == sorted(
        (card["is_unsure"] for card in response.context["readings"]), reverse=True
    )


def test_a_corrected_name_is_not_doubted_and_goes_back_to_the_rules(sign_in, curator, order):
    Person.objects.filter(surname="Цой").update(name="Саша")
    client = sign_in(curator)

    client.post(URL, {"nominative": "Цой Саша", "genitive": "Цой Саши", "accusative": "Цой Сашу"})
    own = cards(client.get(URL))["Цой Саша"]
    assert (own["is_own"], own["is_unsure"], words(own)[2]) == (True, False, "Цой Сашу")

    client.post(URL, {"nominative": "Цой Саша"})
    assert not NameForms.objects.exists()
    assert words(cards(client.get(URL))["Цой Саша"]) == ["Цой Саша"] * 4


@pytest.mark.parametrize("search, found", [("цой", {"Цой Юлия"}), ("ЗАВ", {"завуч"}), ("нет такого", set())])
def test_the_list_is_searched(sign_in, curator, order, search, found):
    response = sign_in(curator).get(URL, {"search": search})

    assert set(cards(response)) == found


@pytest.mark.parametrize("size", [1, 30])
def test_the_page_takes_the_same_queries_for_few_and_for_many(sign_in, curator, school, django_assert_num_queries, size):
    OrderFactory(programme__school=school, size=size)
    client = sign_in(curator)

    with django_assert_num_queries(9):
        client.get(URL)
