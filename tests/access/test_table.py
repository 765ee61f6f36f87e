"""Every address × everybody. An address without a row fails; what a row does not open is refused."""

from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django_scopes import scope, scopes_disabled

from tests.access.principals import EVERYBODY
from tests.access.table import LIBRARY_PAGES, ROWS
from tests.access.world import furnish, members
from tests.conftest import become
from tests.factories.accounts import SchoolFactory


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


@pytest.fixture
def world(db):
    """One world for all the doors; `knock` takes back what it wrote. Returns who has signed in with which cookies, and the keys."""
    with scopes_disabled():
        school = SchoolFactory()
        people = members(school)
        cookies = {who: signed_in(member) for who, member in people.items()}
    with scope(school=school):
        keys = furnish(school, people)
    return cookies | {"anonymous": {}}, keys


def signed_in(member) -> dict[str, str]:
    """The cookies of a browser in which the member works."""
    return {name: cookie.value for name, cookie in become(Client(), member).cookies.items()}


def knock(client, cookies, keys, name, row, *, post: bool) -> int:
    """Ask with the `cookies`; whatever was written is taken back. A redirect counts as 200, the one to the sign-in as 401."""
    address = reverse(name, args=[keys.get(argument, argument) for argument in row.arguments])
    client.cookies = SimpleCookie(cookies)
    with transaction.atomic():
        response = client.post(address, row.data) if post else client.get(address)
        transaction.set_rollback(True)
    if response.status_code == 302 and "/sign-in/login/" in response.url:
        return 401
    if response.streaming:
        list(response.streaming_content)  # read to the end it closes the file, and not the test's connection
    return 200 if response.status_code == 302 else response.status_code


def deviations(client, world, names, *, post=None, who_knocks=EVERYBODY, expected) -> dict:
    """Knock at each address as each of `who_knocks`; return {(address, who): (answer, expected answers)} where they differ."""
    cookies, keys = world
    wrong = {}
    for name in names:
        row = ROWS[name]
        for who in who_knocks:
            allowed = expected(row, who)
            answer = knock(client, cookies[who], keys, name, row, post=row.post if post is None else post) if allowed else None
            if allowed and answer not in allowed:
                wrong[name, who] = (answer, allowed)
    return wrong


@pytest.mark.first
@pytest.mark.once
def test_addresses_open_only_to_whom_the_table_says(client, world):
    assert deviations(client, world, sorted(ROWS), expected=lambda row, who: {row.expected(who)}) == {}


@pytest.mark.once
def test_pages_that_somebody_may_not_write_refuse_the_post(client, world):
    def refusals(row, who):
        may_write = row.opens if row.writes is None else row.writes
        return None if who in may_write else {401, 403, 404, 405}

    pages = sorted(name for name, row in ROWS.items() if not row.post)

    assert deviations(client, world, pages, post=True, expected=refusals) == {}


@pytest.mark.once
def test_steps_refuse_to_be_read(client, world):
    # Django's own set_language answers GET with a redirect that changes nothing.
    steps = sorted(name for name, row in ROWS.items() if row.post and name != "set_language")

    def method_not_allowed(row, who):
        return {405} if who == min(row.opens) else None

    assert deviations(client, world, steps, post=False, expected=method_not_allowed) == {}
