import pytest
from django.core.exceptions import PermissionDenied

from accounts.permissions import Permission


def test_director_may_sign_and_curator_may_not(director, curator):
    assert director.may(Permission.SIGN_ORDERS)
    assert not curator.may(Permission.SIGN_ORDERS)


def test_must_raises_where_may_says_no(mentor_actor):
    with pytest.raises(PermissionDenied):
        mentor_actor.must(Permission.MANAGE_PEOPLE)
