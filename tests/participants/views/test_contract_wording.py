"""The page on which a school words its contracts."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from participants.models import MentorContract
from participants.queries.contract_texts import school_wording, template_wording
from participants.services import draft_contract
from programmes.models import Wording
from tests.factories.accounts import MembershipFactory
from tests.factories.participants import MentorRecordFactory
from tests.participants.services.test_contract_wording import FACTS, KIND, TERM

URL = reverse("participants:contract_wording", args=[KIND])
SIDES = {"school_side": "Школа", "mentor_side": "Педагог"}
TOLD = SIDES | {"title": "Соглашение", "preamble": "Договорились.", "lines": "# Предмет\n1.1. {content}"}


def form_of(answer):
    """The paper below the form has a «form» of mentoring among its facts."""
    return next(one["form"] for one in answer.context if "form" in one and not isinstance(one["form"], str))


@pytest.fixture
def client(sign_in, curator):
    return sign_in(curator)


@pytest.fixture
def told(client) -> dict:
    return TOLD | {"version": form_of(client.get(URL))["version"].value()}


def test_the_page_shows_the_text_the_placeholders_and_how_it_reads(client, school):
    page = client.get(URL).content.decode()

    for words in ("{payment}", "Образцова Анна Петровна", school.full_name, "Показать, как читается"):
        assert words in page
    assert "Ваша редакция" not in page


def test_a_look_keeps_nothing(client, told):
    answer = client.post(URL, told | {"look": "1"})

    assert "1.1. помощь молодому педагогу" in answer.content.decode()
    assert "Это ещё не сохранено" in answer.content.decode()
    assert not Wording.objects.exists()


def test_the_text_is_kept_without_copied_numbers_and_given_back(client, told):
    assert client.post(URL, told).url == URL
    assert school_wording(KIND)["lines"] == ["# Предмет", "{content}"]
    assert "{payment}" in str(client.get(URL).context["remarks"])

    client.post(reverse("participants:contract_wording_reset", args=[KIND]))
    assert school_wording(KIND) == template_wording(KIND)


@pytest.mark.parametrize("look", [{}, {"look": "1"}])
def test_an_unknown_name_in_braces_is_refused_and_the_words_stay(client, told, look):
    answer = client.post(URL, told | {"preamble": "Слова {зарплата}"} | look)

    assert "Тандем не знает {зарплата}" in answer.content.decode()
    assert "Слова {зарплата}" in form_of(answer)["preamble"].value()
    assert not Wording.objects.exists()


def test_the_second_of_two_editors_compares(client, told):
    client.post(URL, told | {"title": "Слова коллеги"})

    answer = client.post(URL, told | {"title": "Мои слова"})

    assert answer.status_code == 409
    [row] = answer.context["both"]
    assert (str(row["label"]), row["theirs"], row["yours"]) == ("Заголовок", "Слова коллеги", "Мои слова")
    client.post(URL, told | {"title": "Мои слова", "version": form_of(answer)["version"].value()})
    assert school_wording(KIND)["title"] == "Мои слова"


def test_there_is_no_such_contract(client):
    assert client.get(reverse("participants:contract_wording", args=["lease"])).status_code == 404


def test_another_schools_text_is_its_own(client, told, sign_in, other_school):
    client.post(URL, told)

    page = sign_in(MembershipFactory(school=other_school, role=Role.CURATOR)).get(URL)

    assert form_of(page)["title"].value() == template_wording(KIND)["title"]


def test_a_draft_says_that_the_text_has_changed_and_takes_it(client, told, curator, programme):
    person = MentorRecordFactory(programme=programme, person__teacher=True).person
    contract = draft_contract(actor=curator, person=person, programme=programme, **FACTS | {"content": "по ст. 358.1 ТК РФ"}, **TERM)
    assert "Взять нынешний текст" not in client.get(contract.get_absolute_url()).content.decode()
    client.post(URL, told)

    page = client.get(contract.get_absolute_url()).content.decode()
    assert "Взять нынешний текст" in page
    assert "“по ст. 358.1" not in page
    assert "ст. 351.8 ТК РФ" in page

    client.post(reverse("participants:contract_reword", args=[contract.pk]))
    assert MentorContract.objects.get().wording["title"] == "Соглашение"


def test_whatever_a_school_may_word_stands_on_one_page(client, told):
    client.post(URL, told)

    page = client.get(reverse("reports:order_texts"))

    assert URL in page.content.decode()
    assert [row["title"] for group in page.context["groups"] for row in group["rows"] if row["own"]] == [KIND.label]
