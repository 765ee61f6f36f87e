import pytest
from django.urls import reverse

from pairs.enums import PairState
from pairs.views.life import ACTS
from tests.factories.pairs import MeetingFactory, PairFactory

DAY = "2026-11-03"


def address(pair, name):
    return reverse("pairs:act", args=[pair.pk, name])


@pytest.mark.parametrize(
    "name, start, facts, state",
    [
        ("suspend", PairState.ACTIVE, {"note": "болезнь"}, PairState.SUSPENDED),
        ("resume", PairState.SUSPENDED, {}, PairState.ACTIVE),
        ("complete", PairState.ACTIVE, {"told": ["mentor", "guardian"]}, PairState.COMPLETED),
        ("end", PairState.ACTIVE, {"reason": "mentee_moved", "told": ["mentor"]}, PairState.ENDED),
    ],
)
def test_a_step_is_taken_on_its_page(sign_in, curator, programme, name, start, facts, state):
    pair = PairFactory(programme=programme, state=start)
    client = sign_in(curator)
    assert address(pair, name) in client.get(pair.get_absolute_url()).content.decode()
    assert client.get(address(pair, name)).status_code == 200

    response = client.post(address(pair, name), {"on": DAY} | facts)

    assert response.url == pair.get_absolute_url()
    pair.refresh_from_db()
    assert pair.state == state


def test_a_wrong_end_keeps_what_was_typed(sign_in, curator, programme):
    pair = PairFactory(programme=programme, active=True)
    MeetingFactory(pair=pair, held_on="2026-11-05")

    response = sign_in(curator).post(address(pair, "end"), {"on": DAY, "reason": "mentee_moved", "note": "уезжает в Пермь"})

    assert response.context["form"].non_field_errors()
    assert "уезжает в Пермь" in response.content.decode()
    pair.refresh_from_db()
    assert pair.state == PairState.ACTIVE


def test_every_missing_fact_is_named(sign_in, curator, programme):
    pair = PairFactory(programme=programme, active=True)

    response = sign_in(curator).post(address(pair, "end"), {"note": ""})

    assert set(response.context["form"].errors) == {"on", "reason"}


@pytest.mark.parametrize("name", ACTS)
def test_a_step_that_is_not_possible_says_so(sign_in, coordinator, programme, name):
    pair = PairFactory(programme=programme, state=PairState.WITHDRAWN)

    text = sign_in(coordinator).get(address(pair, name)).content.decode()

    assert "<form" not in text.split("<main", 1)[1].split("</main>")[0]


def test_who_signs_orders_opens_a_pair_again_and_the_curator_does_not(sign_in, curator, director, programme):
    pair = PairFactory(programme=programme, active=True)
    client = sign_in(curator)
    client.post(address(pair, "complete"), {"on": DAY})
    assert client.get(address(pair, "reopen")).status_code == 403
    assert address(pair, "reopen") not in client.get(pair.get_absolute_url()).content.decode()

    sign_in(director).post(address(pair, "reopen"), {"on": DAY, "note": "закрыли по ошибке"})

    pair.refresh_from_db()
    assert pair.state == PairState.ACTIVE


def test_an_unknown_step_has_no_page(sign_in, curator, programme):
    assert sign_in(curator).get(address(PairFactory(programme=programme), "activate")).status_code == 404


def test_ended_pairs_are_listed_by_reason(sign_in, curator, programme):
    moved, other = PairFactory(programme=programme, active=True), PairFactory(programme=programme, active=True)
    client = sign_in(curator)
    client.post(address(moved, "end"), {"on": DAY, "reason": "mentee_moved"})
    client.post(address(other, "end"), {"on": DAY, "reason": "mentor_no_time"})

    rows = client.get(reverse("pairs:list"), {"finish_reason": "mentee_moved"}).context["rows"]
    by_way = client.get(reverse("pairs:list"), {"finish_way": "mentor"}).context["rows"]

    assert [row["object"] for row in rows] == [moved]
    assert [row["object"] for row in by_way] == [other]
