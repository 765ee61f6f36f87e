"""T-45: the same sheet of wishes is sent eight times at once, each time in another order. Only PostgreSQL can show it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, connections
from django.db.models import QuerySet
from django_scopes import scope, scopes_disabled

from accounts.enums import Role
from mentoring.common.clock import pretend
from pairs.models import Wish, WishSheet
from pairs.services import give_wishes, wishing
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.pairs import WishRoundFactory
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import ProgrammeFactory, RoleModelFactory
from tests.pairs.conftest import TODAY

CALLERS = 8
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def crowd():
    """Call it to send all answers at the same moment; it returns how many came through."""
    school = SchoolFactory()
    with scope(school=school):
        programme = ProgrammeFactory(school=school)
        RoleModelFactory(school=school, form=programme.forms.get())
        WishRoundFactory(programme=programme)
        curator = MembershipFactory(school=school, role=Role.CURATOR)
        mentee = MenteeRecordFactory(programme=programme, person__ready=True)
        mentors = [MentorRecordFactory(programme=programme, person__ready=True) for _number in range(4)]
    barrier = Barrier(CALLERS)

    def answer(turn: int) -> bool:
        wishes = [(mentors[(turn + place) % 4], f"ответ {turn}") for place in range(3)]
        try:
            connection.ensure_connection()  # connecting takes long enough to spread the callers out
            with scope(school=school), pretend(TODAY):
                barrier.wait(timeout=30)
                give_wishes(actor=curator, mentee=mentee, wishes=wishes)
        except IntegrityError:
            return False
        else:
            return True
        finally:
            connections.close_all()

    def all_at_once() -> int:
        with ThreadPoolExecutor(CALLERS) as pool:
            return list(pool.map(answer, range(CALLERS))).count(True)

    return all_at_once


def test_eight_answers_at_once_leave_one_whole_sheet(crowd):
    assert crowd() == CALLERS
    with scopes_disabled():
        assert WishSheet.objects.count() == 1
        assert list(Wish.objects.order_by("rank").values_list("rank", flat=True)) == [1, 2, 3]
        assert Wish.objects.values("reason").distinct().count() == 1


def take_unlocked(actor, wish_round, side, way, **owner):
    """The sheet as a careless service would take it: read, not written, so nobody waits."""
    new = {"school_id": wish_round.school_id, "way": way, "entered_by": actor}
    sheet, sheet.is_new = WishSheet.objects.get_or_create(round=wish_round, side=side, **owner, defaults=new)
    sheet.wishes.all().delete()
    return sheet


def test_without_the_locks_the_race_shows(crowd, monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_options: self.all())
    monkeypatch.setattr(wishing, "_take_sheet", take_unlocked)

    assert crowd() < CALLERS
