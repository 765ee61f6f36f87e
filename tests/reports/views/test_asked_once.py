"""One rendered form or button makes one thing, however often it is sent (T-45)."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.models import AuditEvent
from jobs.models import Job
from pairs.enums import PairState
from reports.models import Document, Order
from tests.factories.pairs import PairFactory
from tests.factories.reports import signed_order

PREPARE = reverse("reports:order_prepare")


@pytest.fixture
def pair(school):
    return PairFactory(active=True, programme__school=school)


def thrice(client, url, told) -> set[str]:
    """Where a double click and the way back with a second sending lead."""
    return {client.post(url, told).url for _click in range(3)}


def test_an_order_without_pairs_is_drafted_once(sign_in, curator, pair):
    client, url = sign_in(curator), reverse("reports:order_draft", args=[pair.programme_id, "rewards"])
    told = {"awards": "Петрова Мария Ильинична", "request_key": client.get(url).context["form"]["request_key"].value()}

    led = thrice(client, url, told)

    assert led == {Order.objects.get().get_absolute_url()}
    assert AuditEvent.objects.filter(name="order.prepared").count() == 1


def test_who_goes_back_and_types_something_else_is_told_that_it_is_not_in_the_draft(sign_in, curator, pair):
    client, url = sign_in(curator), reverse("reports:order_draft", args=[pair.programme_id, "rewards"])
    told = {"awards": "Петрова Мария Ильинична", "request_key": client.get(url).context["form"]["request_key"].value()}

    again = [client.post(url, told | {"awards": awards}, follow=True) for awards in (told["awards"], told["awards"], "Иванов Иван Ильич")]

    assert ["нет в проекте" in page.content.decode() for page in again] == [False, False, True]
    assert Order.objects.get().details["awards"] == ["Петрова Мария Ильинична"]


def test_another_page_drafts_another_order(sign_in, curator, pair):
    client, url = sign_in(curator), reverse("reports:order_draft", args=[pair.programme_id, "rewards"])

    keys = {client.get(url).context["form"]["request_key"].value() for _page in range(2)}
    for key in keys:
        client.post(url, {"awards": "Петрова Мария Ильинична", "request_key": key})

    assert (len(keys), Order.objects.count()) == (2, 2)


def test_the_order_on_pairs_is_found_again_though_its_pairs_are_taken(sign_in, curator, school):
    agreed = PairFactory(programme__school=school, state=PairState.AGREED)
    client = sign_in(curator)
    key = client.get(PREPARE).context["form"]["request_key"].value()

    led = thrice(client, PREPARE, {"pairs": [agreed.pk], "request_key": key})

    assert led == {Order.objects.get().get_absolute_url()}


def test_the_key_of_a_colleague_opens_nothing(sign_in, curator, give_role, pair):
    url = reverse("reports:order_draft", args=[pair.programme_id, "rewards"])
    told = {"awards": "Петрова Мария Ильинична", "request_key": "k"}
    sign_in(curator).post(url, told)

    sign_in(give_role(Role.COORDINATOR)).post(url, told)
    assert sign_in(give_role(Role.CURATOR)).post(url, {"request_key": "k"}).status_code == 200

    assert Order.objects.values("author").distinct().count() == 2


def test_what_was_refused_is_made_by_the_same_form_when_it_is_mended(sign_in, curator, pair):
    client, url = sign_in(curator), reverse("reports:order_draft", args=[pair.programme_id, "ending"])
    told = {"outcome": "ended", "reason": "переезд", "request_key": "k"}

    assert client.post(url, told).status_code == 200
    client.post(url, told | {"ending": [pair.pk]})

    assert Order.objects.get().request_key == "k"


def test_a_document_is_drafted_once(sign_in, curator, pair):
    client, url = sign_in(curator), reverse("reports:document_make", args=[pair.programme_id, "statute"])
    key = client.get(url).context["form"]["request_key"].value()

    led = thrice(client, url, {"request_key": key})

    document = Document.objects.get()
    assert (led, document.details) == ({document.get_absolute_url()}, {})


@pytest.mark.parametrize("name, told", [("order_register", {"query": ""}), ("order_copies", {"query": ""})])
def test_a_button_of_the_list_asks_once(sign_in, curator, director, name, told):
    signed_order(by=director)
    client = sign_in(curator)
    Job.objects.all().delete()

    led = thrice(client, reverse(f"reports:{name}"), told | {"request_key": client.get(reverse("reports:orders")).context["request_key"]})

    assert (len(led), Job.objects.filter(whole=None).count()) == (1, 1)


def test_letters_to_everybody_are_asked_for_once_in_each_format(sign_in, curator, pair):
    client = sign_in(curator)
    key = client.get(reverse("reports:documents", args=[pair.programme_id])).context["request_key"]
    url = reverse("reports:letters", args=[pair.programme_id, "letter_mentor"])

    led = [thrice(client, url, {"format": wanted, "request_key": key}) for wanted in ("pdf", "zip")]

    assert ([len(one) for one in led], Job.objects.filter(kind="letters").count()) == ([1, 1], 2)


def test_the_buttons_carry_the_key_of_their_page(sign_in, curator, director, pair):
    signed_order(by=director)
    client = sign_in(curator)
    for url in (reverse("reports:orders"), reverse("reports:documents", args=[pair.programme_id])):
        response = client.get(url)
        assert f'name="request_key" value="{response.context["request_key"]}"' in response.content.decode()
