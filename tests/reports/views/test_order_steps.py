import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django_scopes import scope

from mentoring.common.wording.digests import digest_of
from pairs.enums import PairState
from reports.enums import OrderState
from reports.models import Order
from reports.queries.order_facts import order_facts
from tests.factories.pairs import PairFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory

PREPARE = reverse("reports:order_prepare")


@pytest.fixture
def order(school):
    return OrderFactory(programme__school=school, sent=True)


def take(client, order, name, **data):
    return client.post(reverse("reports:order_step", args=[order.pk, name]), data)


def state_of(order) -> str:
    return Order.objects.get(pk=order.pk).state


def test_discarding_a_draft_asks_once_more(sign_in, curator):
    draft = OrderFactory(programme__school=curator.school)

    text = sign_in(curator).get(draft.get_absolute_url()).content.decode()

    assert "Вернуть это будет нельзя." in text.partition(reverse("reports:order_step", args=[draft.pk, "discard"]))[2]


def test_director_signs_with_one_click(sign_in, director, order):
    client = sign_in(director)
    [way] = [way for way in client.get(order.get_absolute_url()).context["ways"] if way["read"]]

    response = client.post(way["url"], {"read": way["read"]})

    assert response.url == order.get_absolute_url()
    assert state_of(order) == OrderState.SIGNED


def test_the_button_carries_what_has_been_read(sign_in, director, order):
    read = digest_of(order_facts(order))

    assert f'<input type="hidden" name="read" value="{read}">' in sign_in(director).get(order.get_absolute_url()).content.decode()


@pytest.mark.parametrize("told", [{}, {"read": "0" * 64}])
def test_a_signature_under_another_text_is_refused_with_a_sentence(sign_in, director, order, told):
    response = take(sign_in(director), order, "sign", **told)

    assert len(list(get_messages(response.wsgi_request))) == 1
    assert state_of(order) == OrderState.SENT


def test_director_returns_with_a_remark(sign_in, director, order):
    take(sign_in(director), order, "return", note="Уточните срок.")

    assert state_of(order) == OrderState.RETURNED


def test_an_order_that_was_taken_back_leaves_the_list_of_the_director(sign_in, curator, director, order):
    waiting = sign_in(director).get(reverse("reports:orders_sign")).content.decode()

    response = take(sign_in(curator), order, "recall")

    assert (response.url, state_of(order)) == (order.get_absolute_url(), OrderState.DRAFT)
    assert len(list(get_messages(response.wsgi_request))) == 1
    left = sign_in(director).get(reverse("reports:orders_sign")).content.decode()
    assert (order.title in waiting, order.title in left) == (True, False)


def test_return_without_a_remark_tells_what_is_missing(sign_in, director, order):
    response = take(sign_in(director), order, "return")

    assert len(list(get_messages(response.wsgi_request))) == 1
    assert state_of(order) == OrderState.SENT


def test_curator_may_not_sign(sign_in, curator, order):
    assert take(sign_in(curator), order, "sign").status_code == 403
    assert state_of(order) == OrderState.SENT


def test_steps_are_not_taken_by_get(sign_in, director, order):
    assert sign_in(director).get(reverse("reports:order_step", args=[order.pk, "sign"])).status_code == 405


def test_unknown_step_is_not_found(sign_in, director, order):
    assert take(sign_in(director), order, "burn").status_code == 404


def test_order_of_another_school_is_not_found(sign_in, director, other_school):
    with scope(school=other_school):
        foreign = OrderFactory(programme__school=other_school, sent=True)

    assert take(sign_in(director), foreign, "sign").status_code == 404


def test_all_agreed_pairs_are_ticked(sign_in, curator, school):
    programme = ProgrammeFactory(school=school)
    pairs = [PairFactory(programme=programme, state=PairState.AGREED) for _number in range(2)]
    PairFactory(programme=programme)

    response = sign_in(curator).get(PREPARE)

    assert set(response.context["form"]["pairs"].value()) == {pair.pk for pair in pairs}
    assert response.content.decode().count(" checked") == 2


def test_prepare_drafts_the_order_and_opens_it(sign_in, curator, school):
    pair = PairFactory(programme__school=school, state=PairState.AGREED)

    response = sign_in(curator).post(PREPARE, {"pairs": [pair.pk]})

    assert response.url == Order.objects.get().get_absolute_url()


def test_prepare_without_a_pair_shows_the_error_in_the_form(sign_in, curator, school):
    PairFactory(programme__school=school, state=PairState.AGREED)

    response = sign_in(curator).post(PREPARE, {})

    assert response.context["form"].errors["pairs"]
    assert not Order.objects.exists()


def test_pairs_that_are_not_agreed_cannot_be_posted(sign_in, curator, school):
    programme = PairFactory(programme__school=school, state=PairState.AGREED).programme
    proposed = PairFactory(programme=programme)

    response = sign_in(curator).post(PREPARE, {"pairs": [proposed.pk]})

    assert response.context["form"].errors["pairs"]


def test_with_two_programmes_the_curator_chooses_one(sign_in, curator, school):
    pairs = [PairFactory(programme__school=school, state=PairState.AGREED) for _number in range(2)]

    text = sign_in(curator).get(PREPARE).content.decode()

    for pair in pairs:
        assert f"{PREPARE}?programme={pair.programme_id}" in text


@pytest.mark.parametrize("query", ["programme=0", "programme=abc", "programme=999999"])
def test_unknown_programme_is_not_found(sign_in, curator, query):
    assert sign_in(curator).get(f"{PREPARE}?{query}").status_code == 404


def test_without_agreed_pairs_the_page_says_where_to_go(sign_in, curator):
    assert reverse("pairs:list") in sign_in(curator).get(PREPARE).content.decode()
