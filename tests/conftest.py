"""Fixtures of every room: two schools, an actor for each role, a signed-in client."""

import json
from functools import partial

import pytest
from celery import current_app
from django.core.cache import cache
from django_scopes import scope, scopes_disabled

from accounts.enums import Role
from accounts.middleware import SESSION_KEY
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.programmes import ProgrammeFactory
from tests.listener import listening


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what asks a database: the run on PostgreSQL leaves out what would only answer the same again. What is marked `first` begins."""
    for item in items:
        asks = item.get_closest_marker("django_db") or "db" in item.fixturenames
        if asks and not item.get_closest_marker("once"):
            item.add_marker("database")
    yield
    items.sort(key=lambda item: item.get_closest_marker("first") is None)


def pytest_terminal_summary(terminalreporter):
    """What the stories looked at, and the figures. Here, because the process that tells runs no test itself."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports if getattr(report, "when", "") == "teardown"]
    told = [told for report in reports for told in report.user_properties]
    looked = [value for name, value in told if name == "looked"]
    if looked:
        pages, checks = map(sum, zip(*looked, strict=True))
        terminalreporter.write_line(f"Stories: {pages} pages visited, {checks} axe checks")
    for line in [value for name, value in told if name == "figure"]:
        terminalreporter.write_line(line)


@pytest.fixture
def figure(record_property):
    """Call it with a name and a number, and the largest one that is good if there is one: the run tells it as a line of JSON."""

    def tell(name: str, value: float, *, target: float | None = None) -> None:
        good = {} if target is None else {"target": target, "ok": value <= target}
        record_property("figure", json.dumps({"name": name, "value": round(value, 3), **good}, ensure_ascii=False))

    return tell


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    """Each test stores its papers in a folder of its own."""
    settings.PRIVATE_ROOT = tmp_path / "files"
    cache.clear()


@pytest.fixture
def empty_queue():
    """The queue of the test; what other tests have sent is nobody's."""
    with current_app.connection_for_write() as connection:
        connection.default_channel.queue_purge("celery")
        yield connection.default_channel


@pytest.fixture
def school(db):
    """The school of the test; its scope is open as it is behind the middleware."""
    school = SchoolFactory()
    with scope(school=school):
        yield school


@pytest.fixture
def programme(school):
    return ProgrammeFactory(school=school)


@pytest.fixture
def other_school(db):
    with scopes_disabled():
        return SchoolFactory()


@pytest.fixture
def give_role(school):
    """Call it with a role to get an actor of the school."""
    return lambda role, **kwargs: MembershipFactory(school=school, role=role, **kwargs)


@pytest.fixture
def administrator(give_role):
    return give_role(Role.ADMINISTRATOR)


@pytest.fixture
def director(give_role):
    return give_role(Role.DIRECTOR)


@pytest.fixture
def coordinator(give_role):
    return give_role(Role.COORDINATOR)


@pytest.fixture
def curator(give_role):
    return give_role(Role.CURATOR)


@pytest.fixture
def mentor_actor(give_role):
    return give_role(Role.MENTOR)


@pytest.fixture
def mentee_actor(give_role):
    return give_role(Role.MENTEE)


def become(client, membership):
    """The client is that person in that role from now on."""
    client.force_login(membership.user)
    session = client.session
    session[SESSION_KEY] = membership.pk
    session.save()
    return client


@pytest.fixture
def sign_in(client):
    """Call it with a membership: the client becomes that person in that role."""
    return partial(become, client)


@pytest.fixture
def listener():
    """(port, paths that were asked for): whatever people bring must leave the second empty."""
    with listening() as heard:
        yield heard
