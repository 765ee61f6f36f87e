import pytest
from django_scopes import scope

from tests.factories.accounts import MembershipFactory


@pytest.fixture
def director():
    actor = MembershipFactory(role="director", user__email="director@school12.example")
    with scope(school=actor.school):
        yield actor
