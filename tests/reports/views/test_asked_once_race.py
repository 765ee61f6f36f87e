"""T-45: twenty equal sendings of one form at the same moment. Real connections, so only PostgreSQL can show it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from django_scopes import scope, scopes_disabled

from pairs.enums import PairState
from reports.models import Order
from reports.services import orders
from tests.conftest import become
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.pairs import PairFactory
from tests.factories.programmes import ProgrammeFactory

SENDINGS = 20
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def curator():
    return MembershipFactory(school=SchoolFactory(), role="curator")


def send_at_once(curator, url, told) -> list[str]:
    """Where each of the sendings led; empty where it led nowhere."""
    clients, barrier = [become(Client(), curator) for _number in range(SENDINGS)], Barrier(SENDINGS)

    def send(client) -> str:
        try:
            connection.ensure_connection()  # connecting takes long enough to spread the callers out
            barrier.wait(timeout=60)
            return getattr(client.post(url, told), "url", "")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(SENDINGS) as pool:
        return list(pool.map(send, clients))


def drafts() -> list[str]:
    with scopes_disabled():
        return [order.get_absolute_url() for order in Order.objects.all()]


@pytest.fixture
def rewards(curator):
    with scope(school=curator.school):
        programme = ProgrammeFactory(school=curator.school)
    return reverse("reports:order_draft", args=[programme.pk, "rewards"]), {"awards": "Петрова Мария Ильинична", "request_key": "k"}


def test_twenty_sendings_of_one_form_draft_one_order_and_lead_to_it(curator, rewards):
    led = send_at_once(curator, *rewards)

    assert len(drafts()) == 1
    assert led == drafts() * SENDINGS


def test_an_order_on_pairs_is_one_for_all_sendings(curator):
    with scope(school=curator.school):
        pair = PairFactory(programme__school=curator.school, state=PairState.AGREED)

    led = send_at_once(curator, reverse("reports:order_prepare"), {"pairs": [pair.pk], "request_key": "k"})

    assert len(drafts()) == 1
    assert led == drafts() * SENDINGS


def test_without_the_key_each_sending_drafts_an_order(curator, rewards, monkeypatch):
    monkeypatch.setattr(orders, "once", lambda model, _key, **facts: (model.objects.create(**facts), True))

    send_at_once(curator, *rewards)

    assert len(drafts()) > 1
