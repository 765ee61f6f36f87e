"""T-13b: colleagues write the same list at once. Real connections, so only PostgreSQL can show it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from threading import Barrier

import pytest
from django.db import connections
from django_scopes import scope

from accounts.enums import Role
from participants.models import MenteeRecord, Person
from participants.services import receive_table, write_import
from participants.services.importing import writing
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.programmes import ProgrammeFactory

CALLERS = 4
LIST = "ФИО\tКласс\n" + "".join(f"Ученик{one}{two} Вера Петровна\t7Б\n" for one in "абвгд" for two in "абвгдежзик")
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def write_at_once():
    """Call it: everybody has checked the list, all write at the same moment; the answer counts people and records."""
    school = SchoolFactory()
    with scope(school=school):
        curator = MembershipFactory(school=school, role=Role.CURATOR)
        programmes = [ProgrammeFactory(school=school) for _number in range(CALLERS)]
        batches = [receive_table(actor=curator, programme=programme, base="mentees", text=LIST) for programme in programmes]
    barrier = Barrier(CALLERS)

    def write(batch) -> None:
        try:
            with scope(school=school):
                barrier.wait(timeout=30)
                write_import(actor=curator, batch=batch)
        finally:
            connections.close_all()

    def all_at_once() -> tuple[int, int]:
        with ThreadPoolExecutor(CALLERS) as pool:
            list(pool.map(write, batches))
        with scope(school=school):
            return Person.objects.count(), MenteeRecord.objects.count()

    return all_at_once


def test_colleagues_who_write_the_same_list_at_once_make_no_doubles(write_at_once):
    assert write_at_once() == (50, 50 * CALLERS)


def test_without_the_lock_the_same_crowd_makes_doubles(write_at_once, monkeypatch):
    monkeypatch.setattr(writing, "lock_school", lambda actor: nullcontext())

    people, _records = write_at_once()

    assert people > 50
