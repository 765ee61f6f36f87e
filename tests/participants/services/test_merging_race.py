"""Colleagues merge the same two entries at once. Real connections, so only PostgreSQL can show it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, OperationalError, connections
from django_scopes import scope

from accounts.enums import Role
from mentoring.common.refusal import Refusal
from participants.models import Merge, Person
from participants.services import merge_people
from participants.services.merging import joining
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.participants import ConsentFactory, PersonFactory

CALLERS = 4
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def merge_at_once():
    """Call it: everybody merges at the same moment, half of them the other way round; the answer is what each met."""
    school = SchoolFactory()
    with scope(school=school):
        curator = MembershipFactory(school=school, role=Role.CURATOR)
        one, other = PersonFactory(school=school), PersonFactory(school=school)
        ConsentFactory(person=one)
        ConsentFactory(person=other)
    barrier = Barrier(CALLERS)

    def merge(number: int):
        kept, lost = (one, other) if number % 2 else (other, one)
        try:
            with scope(school=school):
                barrier.wait(timeout=30)
                merge_people(actor=curator, kept=kept, lost=lost, choices={})
        except (Refusal, IntegrityError, OperationalError, Person.DoesNotExist) as fault:
            return type(fault)
        finally:
            connections.close_all()

    def all_at_once() -> list:
        with ThreadPoolExecutor(CALLERS) as pool:
            met = list(pool.map(merge, range(CALLERS)))
        with scope(school=school):
            assert Person.objects.get().consents.count() == 2
            assert Merge.objects.count() == 1
        return met

    return all_at_once


def test_one_of_those_who_merge_at_once_wins_and_the_others_are_told(merge_at_once):
    met = merge_at_once()

    assert met.count(None) == 1
    assert met.count(Refusal) == CALLERS - 1


def test_without_the_locks_the_same_crowd_runs_into_the_database(merge_at_once, monkeypatch):
    monkeypatch.setattr(joining, "lock_school", lambda actor: None)
    monkeypatch.setattr(joining, "_locked", lambda *people: {person.pk: Person.objects.get(pk=person.pk) for person in people})

    assert set(merge_at_once()) & {IntegrityError, OperationalError, Person.DoesNotExist}
