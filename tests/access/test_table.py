"""Every address × everybody. An address without a row fails; what a row does not open is refused."""

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django_scopes import scope, scopes_disabled

from accounts.middleware import SESSION_KEY
from tests.access.principals import EVERYBODY
from tests.access.table import LIBRARY_PAGES, ROWS
from tests.access.world import furnish, members
from tests.factories.accounts import SchoolFactory

pytestmark = pytest.mark.django_db


def named_addresses(resolver=None, namespace="") -> set[str]:
    """Names of all URL patterns, `app:name` where there is a namespace."""
    names = set()
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            names |= named_addresses(entry, inner)
        elif isinstance(entry, URLPattern):
            names.add(f"{namespace}{entry.name}")
    return names


def test_every_address_has_a_row_and_every_row_an_address():
    assert named_addresses() == set(ROWS) | LIBRARY_PAGES


@pytest.fixture(autouse=True)
def private_files():
    """The papers of the module's world stay where they were stored."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One world for all the doors: `knock` takes back what it wrote, the end of the module takes back the rest."""
    with django_db_blocker.unblock(), transaction.atomic():
        with scopes_disabled():
            school = SchoolFactory()
            people = members(school)
        with scope(school=school):
            keys = furnish(school, people)
        yield people, keys
        transaction.set_rollback(True)


def knock(client, people, keys, name, row, who, *, post: bool) -> int:
    """Ask as `who`; whatever was written is taken back. A redirect counts as 200, the one to the sign-in as 401."""
    address = reverse(name, args=[keys.get(argument, argument) for argument in row.arguments])
    with transaction.atomic():
        client.logout()
        if who != "anonymous":
            client.force_login(people[who].user)
            session = client.session
            session[SESSION_KEY] = people[who].pk
            session.save()
        response = client.post(address, row.data) if post else client.get(address)
        transaction.set_rollback(True)
    if response.status_code == 302 and "/sign-in/login/" in response.url:
        return 401
    if response.streaming:
        response.close()
    return 200 if response.status_code == 302 else response.status_code


@pytest.mark.parametrize("name", sorted(ROWS))
def test_address_opens_only_to_whom_the_table_says(client, world, name):
    row = ROWS[name]
    people, keys = world

    answers = {who: knock(client, people, keys, name, row, who, post=row.post) for who in EVERYBODY}

    assert answers == {who: row.expected(who) for who in EVERYBODY}


@pytest.mark.parametrize("name", sorted(name for name, row in ROWS.items() if not row.post))
def test_page_that_somebody_may_not_write_refuses_the_post(client, world, name):
    row = ROWS[name]
    people, keys = world
    may_not = [who for who in EVERYBODY if who not in (row.opens if row.writes is None else row.writes)]

    answers = {who: knock(client, people, keys, name, row, who, post=True) for who in may_not}

    assert set(answers.values()) <= {401, 403, 404, 405}, answers


# Django's own set_language answers GET with a redirect that changes nothing.
@pytest.mark.parametrize("name", sorted(name for name, row in ROWS.items() if row.post and name != "set_language"))
def test_step_refuses_to_be_read(client, world, name):
    row = ROWS[name]
    people, keys = world
    who = min(row.opens)
    client.force_login(people[who].user)

    response = client.get(reverse(name, args=[keys.get(argument, argument) for argument in row.arguments]))

    assert response.status_code == 405
