import pytest
from django_scopes import scope

from tests.factories.accounts import MembershipFactory


@pytest.fixture
def director():
    actor = MembershipFactory(role="director")
    with scope(school=actor.school):
        yield actor
