from pathlib import Path

import pytest
from django_scopes import scope

from tests.factories.accounts import MembershipFactory

HERE = Path(__file__).parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """First of all tests: they wait more than they work, and the others use the time."""
    items.sort(key=lambda item: HERE not in item.path.parents)


@pytest.fixture
def director():
    actor = MembershipFactory(role="director", user__email="director@school12.example")
    with scope(school=actor.school):
        yield actor
