"""T-46: colleagues save the same draft at the same moment. Real connections, so only PostgreSQL can show it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.db.models import QuerySet
from django_scopes import scope, scopes_disabled

from accounts.models import AuditEvent
from mentoring.common.wording.versions import StaleText
from reports.models import Order
from reports.services import edit_order, wording
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.reports import OrderFactory

EDITORS, TURNS = 8, 5
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editors():
    """Call it to let all save their own words over the same version; returns how many were told that theirs are kept."""
    school = SchoolFactory()
    with scope(school=school):
        members = [MembershipFactory(school=school, role="curator") for _number in range(EDITORS)]
        order = OrderFactory(programme__school=school)

    def save(member, version, barrier) -> bool:
        try:
            connection.ensure_connection()  # connecting takes long enough to spread the callers out
            with scope(school=school):
                barrier.wait(timeout=30)
                texts = {"title": f"Слова {member.pk}", "preamble": [], "items": [], "lines": []}
                edit_order(actor=member, order=order, version=version, texts=texts, details={})
        except StaleText:
            return False
        else:
            return True
        finally:
            connections.close_all()

    def turn() -> int:
        barrier = Barrier(EDITORS)
        with scope(school=school):
            version = str(Order.objects.get(pk=order.pk).version)
        with ThreadPoolExecutor(EDITORS) as pool:
            return list(pool.map(lambda member: save(member, version, barrier), members)).count(True)

    return turn


def test_of_all_who_save_one_version_one_keeps_it_and_the_others_compare(editors):
    assert [editors() for _turn in range(TURNS)] == [1] * TURNS
    with scopes_disabled():
        assert Order.objects.get().version == TURNS
        assert AuditEvent.objects.filter(name="order.edited").count() == TURNS


def test_without_lock_and_version_words_are_written_over_in_silence(editors, monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_options: self.all())
    monkeypatch.setattr(wording, "refuse_stale", lambda seen, stands: None)
    monkeypatch.setattr(wording, "record", lambda *_told, **_details: None)

    assert max(editors() for _turn in range(TURNS)) > 1
