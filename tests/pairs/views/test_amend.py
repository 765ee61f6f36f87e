import uuid

import pytest
from django.urls import reverse

from pairs.models import Amendment
from tests.factories.pairs import AmendmentFactory, PairFactory, give_guardians


@pytest.fixture
def pair(programme):
    pair = PairFactory(programme=programme, active=True)
    give_guardians(pair)
    return pair


@pytest.fixture
def typed(pair):
    terms = {"role_model": pair.role_model_id, "kind": pair.kind_id, "ends_on": "2027-06-30", "on": "2026-11-10"}
    return terms | {"version": 0, "form_key": uuid.uuid4(), "note": "нужен ещё месяц"}


def test_the_page_shows_the_present_terms(sign_in, curator, pair):
    form = sign_in(curator).get(reverse("pairs:amend", args=[pair.pk])).context["form"]

    assert (form["ends_on"].value(), form["role_model"].value(), form["version"].value()) == (pair.ends_on, pair.role_model_id, 0)


def test_a_change_is_proposed_agreed_to_and_waits_for_an_order(sign_in, curator, pair, typed):
    client = sign_in(curator)

    client.post(reverse("pairs:amend", args=[pair.pk]), typed)
    page = client.get(pair.get_absolute_url())
    assert [row["new"] for row in page.context["change"]["terms"]] != []
    client.post(page.context["agree_url"], {"given_on": "2026-11-10"})

    page = client.get(pair.get_absolute_url())
    assert page.context["change"] is None
    assert "order_due" in [rule.code for rule in page.context["attention"]]


def test_who_comes_second_sees_both_versions_and_keeps_the_text(sign_in, curator, pair, typed):
    client = sign_in(curator)
    client.post(reverse("pairs:amend", args=[pair.pk]), typed | {"form_key": uuid.uuid4(), "note": "слово коллеги"})

    response = client.post(reverse("pairs:amend", args=[pair.pk]), typed | {"ends_on": "2027-07-15"})

    text = response.content.decode()
    assert response.status_code == 409
    assert "нужен ещё месяц" in text
    assert "слово коллеги" in text
    assert response.context["form"]["version"].value() == 1
    assert response.context["form"]["note"].value() == "нужен ещё месяц"
    assert Amendment.objects.get().note == "слово коллеги"


def test_a_change_is_dropped_by_a_button(sign_in, curator, programme):
    pair = AmendmentFactory(pair__programme=programme).pair

    response = sign_in(curator).post(reverse("pairs:amend_drop", args=[pair.pk]), follow=True)

    assert response.context["change"] is None
    assert response.context["may_amend"]


def test_a_finished_pair_has_no_form(sign_in, curator, programme):
    page = sign_in(curator).get(reverse("pairs:amend", args=[PairFactory(programme=programme, completed=True).pk]))

    assert "<form" not in page.content.decode().split("<main", 1)[1].split("</main>")[0]
