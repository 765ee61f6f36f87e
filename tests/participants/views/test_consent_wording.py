"""The pages on which a school words its consents."""

import datetime

import pytest
from django.urls import reverse

from accounts.enums import Role
from participants.models import ConsentWording
from participants.queries.consent_reference import template_wording
from participants.queries.consent_texts import ConsentTexts
from tests.factories.accounts import MembershipFactory
from tests.factories.participants import ConsentFactory, PersonFactory

URL = reverse("participants:consent_wording", args=["processing"])
TOLD = {name: "\n".join(text) if isinstance(text, list) else text for name, text in template_wording("processing").items()}


@pytest.fixture
def client(sign_in, curator):
    return sign_in(curator)


@pytest.fixture
def told(client) -> dict:
    return TOLD | {"version": client.get(URL).context["form"]["version"].value()}


@pytest.fixture
def given(school):
    """Two people have signed Tandem's text."""
    for _person in range(2):
        ConsentFactory(person=PersonFactory(school=school), school=school, purpose="processing", given_on=datetime.date(2026, 9, 1))


def test_the_page_shows_the_text_the_placeholders_and_how_it_reads(client, school):
    page = client.get(URL).content.decode()

    for words in ("{guardian_document}", "Образцова Анна Петровна", school.full_name, "Действует редакция «1»"):
        assert words in page


def test_a_page_has_the_parts_that_its_consent_has(client):
    fields = client.get(reverse("participants:consent_wording", args=["mentor_agreement"])).context["form"].fields

    assert list(fields) == ["version", "title", "adult", "purpose", "term", "withdrawal"]


def test_a_saved_text_is_a_version_and_says_how_many_were_given_under_the_former(client, told, given):
    answer = client.post(URL, told | {"purpose": "наша цель."}, follow=True)

    page = answer.content.decode()
    assert ConsentTexts().wording("processing")["purpose"] == "наша цель"
    assert "По прежним редакциям дано 2 действующих согласия" in page
    assert "Прежняя редакция «1»" in page


def test_a_look_keeps_nothing(client, told):
    page = client.post(URL, told | {"purpose": "наша цель", "look": "1"}).content.decode()

    assert "<b>Цель:</b> наша цель." in page
    assert not ConsentWording.objects.exists()


@pytest.mark.parametrize("look", [{}, {"look": "1"}])
def test_a_lost_requisite_is_named_and_the_words_stay(client, told, look):
    answer = client.post(URL, told | {"adult": "Согласие даёт {subject}."} | look)

    assert "{operator_address}" in str(answer.context["form"].errors)
    assert answer.context["form"]["adult"].value() == "Согласие даёт {subject}."
    assert not ConsentWording.objects.exists()


def test_an_emptied_part_is_asked_for(client, told):
    assert "data" in client.post(URL, told | {"data": ""}).context["form"].errors


def test_the_second_of_two_editors_compares(client, told):
    client.post(URL, told | {"purpose": "слова коллеги"})

    answer = client.post(URL, told | {"purpose": "мои слова"})

    [row] = answer.context["both"]
    assert (answer.status_code, row["theirs"], row["yours"]) == (409, "слова коллеги", "мои слова")
    client.post(URL, told | {"purpose": "мои слова", "version": answer.context["form"]["version"].value()})
    assert ConsentTexts().wording("processing")["purpose"] == "мои слова"


def test_the_text_goes_back_to_tandems(client, told):
    client.post(URL, told | {"purpose": "наша цель"})

    client.post(reverse("participants:consent_wording_reset", args=["processing"]))

    assert ConsentTexts().version("processing") == "1"


def test_there_is_no_such_consent(client):
    assert client.get(reverse("participants:consent_wording", args=["everything"])).status_code == 404


def test_another_schools_text_is_its_own(client, told, sign_in, other_school):
    client.post(URL, told | {"purpose": "наша цель"})

    page = sign_in(MembershipFactory(school=other_school, role=Role.CURATOR)).get(URL)

    assert page.context["form"]["purpose"].value() == template_wording("processing")["purpose"]


def test_the_list_says_which_version_is_in_use(client, told, given):
    client.post(URL, told | {"purpose": "наша цель"})

    page = client.get(reverse("participants:consent_wordings")).content.decode()

    assert "Действует редакция «школьная 1»" in page
    assert "2 действующих согласия" in page


def test_the_register_of_consents_says_which_version_was_signed(client, given):
    [column] = [column for column in client.get(reverse("participants:consents")).context["view"].columns if column.name == "text"]

    assert str(column.heading) == "Редакция текста"
