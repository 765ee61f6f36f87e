"""Two colleagues change one text: the second one compares, keeps what was typed and decides (T-46)."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from mentoring.common.wording.digests import digest_of
from pairs.enums import PairState
from programmes.models import Wording
from reports.models import Document, Order
from reports.services import edit_order
from tests.factories.pairs import PairFactory
from tests.factories.reports import DocumentFactory, OrderFactory

MINE = {"title": "О парах", "preamble": "Мои слова", "items": "Закрепить пары.", "annex_pairs": "Наставнические пары и группы"}
THEIRS = {"title": "О группах", "preamble": ["Слова коллеги"], "items": [{"text": "Закрепить группы.", "parts": []}], "lines": []}


@pytest.fixture
def order(school):
    return OrderFactory(programme__school=school, size=2)


@pytest.fixture
def colleague(give_role):
    return give_role(Role.COORDINATOR)


def edit_url(row) -> str:
    return reverse(f"reports:{row._meta.model_name}_edit", args=[row.pk])


def told_of(both) -> dict:
    return {str(row["label"]): (row["theirs"], row["yours"]) for row in both}


def test_the_second_of_two_sees_both_versions_and_keeps_what_was_typed(sign_in, curator, colleague, order):
    client, pairs = sign_in(curator), list(order.pairs.with_names())
    mine = MINE | {"version": client.get(edit_url(order)).context["wording"]["version"].value(), "pairs": [pairs[0].pk]}
    edit_order(actor=colleague, order=order, version="0", texts=THEIRS, details={}, subjects={"pairs": pairs})

    response = client.post(edit_url(order), mine)

    assert response.status_code == 409
    told = told_of(response.context["both"])
    assert told["Преамбула"] == ("Слова коллеги", "Мои слова")
    theirs, yours = told["Пары и группы для приказа"]
    assert (str(pairs[1]) in theirs, str(pairs[1]) in yours) == (True, False)
    assert response.context["wording"]["preamble"].value() == "Мои слова"
    assert Order.objects.get(pk=order.pk).texts == THEIRS


def test_saved_once_more_the_typed_version_stands(sign_in, curator, colleague, order):
    client, pairs = sign_in(curator), list(order.pairs.all())
    edit_order(actor=colleague, order=order, version="0", texts=THEIRS, details={})
    mine = MINE | {"pairs": [pair.pk for pair in pairs]}
    seen = client.post(edit_url(order), mine | {"version": "0"}).context["wording"]["version"].value()

    response = client.post(edit_url(order), mine | {"version": seen})

    assert response.url == order.get_absolute_url()
    assert (Order.objects.get(pk=order.pk).title, Order.objects.get(pk=order.pk).version) == ("О парах", 2)


def test_a_double_click_saves_once_and_compares_nothing(sign_in, curator, order):
    client, mine = sign_in(curator), MINE | {"version": "0", "title": "О парах.", "pairs": [pair.pk for pair in order.pairs.all()]}

    answers = [client.post(edit_url(order), mine) for _click in range(2)]

    assert [answer.url for answer in answers] == [order.get_absolute_url()] * 2
    assert Order.objects.get(pk=order.pk).version == 1


@pytest.mark.parametrize("version", ["", "abc", "-1", "9" * 70])
def test_a_page_without_its_version_writes_nothing(sign_in, curator, order, version):
    response = sign_in(curator).post(edit_url(order), MINE | {"version": version, "pairs": [order.pairs.first().pk]})

    assert "Мои слова" in response.content.decode()
    assert Order.objects.get(pk=order.pk).texts is None


def test_words_stay_typed_when_a_colleague_has_sent_the_order(sign_in, curator, order):
    Order.objects.filter(pk=order.pk).update(state="sent")

    response = sign_in(curator).post(edit_url(order), MINE | {"version": "0", "pairs": [pair.pk for pair in order.pairs.all()]})

    assert response.context["wording"].errors
    assert "Мои слова" in response.content.decode()
    assert Order.objects.get(pk=order.pk).texts is None


def test_the_second_version_of_a_document_is_compared_too(sign_in, curator, school):
    document = DocumentFactory(programme=PairFactory(programme__school=school, state=PairState.ACTIVE).programme)
    client, url = sign_in(curator), edit_url(document)
    client.post(url, {"version": "0", "title": "Положение", "lines": "Слова коллеги"})

    response = client.post(url, {"version": "0", "title": "Положение", "lines": "Мои слова"})

    assert (response.status_code, told_of(response.context["both"])) == (409, {"Редакция текста": ("Слова коллеги", "Мои слова")})
    assert Document.objects.get(pk=document.pk).texts["lines"] == ["Слова коллеги"]
    seen = response.context["wording"]["version"].value()
    client.post(url, {"version": seen, "title": "Положение", "lines": "Мои слова"})
    assert Document.objects.get(pk=document.pk).texts["lines"] == ["Мои слова"]


@pytest.mark.parametrize("page, kind", [("order_text", "pairing"), ("document_wording", "statute")])
def test_the_wording_of_a_kind_is_not_written_over_in_silence(sign_in, curator, page, kind):
    client, url = sign_in(curator), reverse(f"reports:{page}", args=[kind])
    seen = client.get(url).context["form"]["version"].value()
    told = {"title": "Наш заголовок", "preamble": "По решению", "items": "Закрепить.", "lines": "Слова"}
    client.post(url, told | {"version": seen, "title": "Слова коллеги"})

    answer = client.post(url, told | {"version": seen})

    assert (answer.status_code, told_of(answer.context["both"])["Заголовок"]) == (409, ("Слова коллеги", "Наш заголовок"))
    assert Wording.objects.get().texts["title"] == "Слова коллеги"
    client.post(url, told | {"version": answer.context["form"]["version"].value()})
    assert Wording.objects.get().texts["title"] == "Наш заголовок"


def test_a_wording_has_the_same_version_however_its_keys_stand():
    assert digest_of({"title": "а", "lines": []}) == digest_of({"lines": [], "title": "а"})
    assert digest_of({"title": "а"}) != digest_of({"title": "б"})
