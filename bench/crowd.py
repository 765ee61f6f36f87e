"""Server time of the list of people with 100,000 of them against the same list with a hundred."""

from functools import cache

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from accounts.enums import Role
from accounts.middleware import SESSION_KEY
from mentoring.common.names import search_key
from participants.models import MenteeRecord, MentorRecord, Person
from programmes.enums import PersonKind
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.programmes import ProgrammeFactory

FEW, MANY = 100, 100_000
LETTERS = "абвгдежзиклмнопрстуф"


def crowd(count: int) -> Client:
    """A school with so many people, the half of them in the base of mentees, a tenth in that of mentors; its curator is signed in."""
    school = SchoolFactory()
    curator = MembershipFactory(school=school, role=Role.CURATOR)
    with scope(school=school):
        programme = ProgrammeFactory(school=school)
        people = Person.objects.bulk_create((_person(school, number) for number in range(count)), batch_size=2_000)
        MenteeRecord.objects.bulk_create(
            (MenteeRecord(school=school, programme=programme, person=person) for person in people[::2]), batch_size=2_000
        )
        MentorRecord.objects.bulk_create(
            (MentorRecord(school=school, programme=programme, person=person) for person in people[::10]), batch_size=2_000
        )
    client = Client()
    client.force_login(curator.user)
    session = client.session
    session[SESSION_KEY] = curator.pk
    session.save()
    return client


def _person(school, number: int) -> Person:
    surname = "Ёлкин" + "".join(LETTERS[number * 7919 % 160_000 // 20**place % 20] for place in range(4))
    names = {"surname": surname, "name": "Вера", "patronymic": "Петровна"}
    return Person(school=school, search_key=search_key(*names.values()), kind=PersonKind.PUPIL, class_name=f"{number % 11 + 1}Б", **names)


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@cache
def schools() -> tuple[Client, Client]:
    """A small school and a large one, made once a run."""
    return crowd(FEW), crowd(MANY)


def large_and_small(address: str, small_address: str | None = None):
    """The same list of both schools; it takes as many queries in the one as in the other."""
    few, many = schools()
    small_address = small_address or address
    assert asked(few, small_address) == asked(many, address), f"{address}: the number of queries grows with the rows"
    return lambda: many.get(address), lambda: few.get(small_address)
