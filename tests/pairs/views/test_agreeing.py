import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from pairs.enums import PairState
from tests.factories.pairs import PairFactory, give_guardians

ADDRESS = "/pairs/agreements/"


@pytest.fixture
def two(programme):
    pairs = [PairFactory(programme=programme) for _number in range(2)]
    for pair in pairs:
        give_guardians(pair)
    return pairs


def states(pairs) -> list[str]:
    for pair in pairs:
        pair.refresh_from_db()
    return [pair.state for pair in pairs]


def test_the_ticked_pairs_agree_and_twice_is_once(sign_in, curator, two):
    client = sign_in(curator)
    facts = {"pairs": [pair.pk for pair in two], "given_on": "2026-11-03"}

    client.post(reverse("pairs:agree_many"), facts)
    client.post(reverse("pairs:agree_many"), facts)

    assert states(two) == [PairState.AGREED, PairState.AGREED]
    assert [pair.agreements.count() for pair in two] == [2, 2]


def test_a_pair_that_cannot_agree_is_named_and_the_other_goes_on(sign_in, curator, programme, two):
    orphan = PairFactory(programme=programme)

    response = sign_in(curator).post(ADDRESS, {"pairs": [orphan.pk, two[0].pk], "given_on": "2026-11-03"}, follow=True)

    assert [message.level_tag for message in get_messages(response.wsgi_request)] == ["success", "error"]
    assert states([orphan, *two]) == [PairState.PROPOSED, PairState.AGREED, PairState.PROPOSED]
    assert not orphan.agreements.exists()


@pytest.mark.parametrize("wrong", [{"pairs": []}, {"given_on": "31.02.2026"}])
def test_a_wrong_form_records_nothing_and_keeps_the_ticks(sign_in, curator, two, wrong):
    facts = {"pairs": [two[0].pk], "given_on": "2026-11-03"} | wrong

    response = sign_in(curator).post(ADDRESS, facts)

    assert response.context["form"].errors
    assert [pair.ticked for pair in response.context["pairs"]].count(True) == len(facts["pairs"])
    assert states(two) == [PairState.PROPOSED, PairState.PROPOSED]


def test_nothing_waits(sign_in, curator, programme):
    assert "<form" not in sign_in(curator).get(ADDRESS).content.decode().split("<main", 1)[1].split("</main>")[0]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_asks_the_same_queries_for_any_number_of_pairs(sign_in, curator, programme, rows, django_assert_num_queries):
    for _row in range(rows):
        PairFactory(programme=programme)
    client = sign_in(curator)

    with django_assert_num_queries(6):
        client.get(ADDRESS)
