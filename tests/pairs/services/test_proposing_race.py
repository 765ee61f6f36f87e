"""T-47: thirty colleagues propose the same mentee at once. Real connections, so only PostgreSQL can show it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django_scopes import scope, scopes_disabled

from accounts.enums import Role
from mentoring.common.clock import pretend
from mentoring.common.refusal import Refusal
from pairs.models import PairMentee
from pairs.services import propose_pair
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import FormFactory, KindFactory, ProgrammeFactory, RoleModelFactory
from tests.pairs.conftest import TODAY

CALLERS = 30
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def crowd():
    """Thirty mentors, one mentee; call `crowd()` to propose all pairs at the same moment and get (made, refused)."""
    school = SchoolFactory()
    with scope(school=school):
        programme = ProgrammeFactory(school=school)
        form = FormFactory(school=school)
        terms = {
            "actor": MembershipFactory(school=school, role=Role.CURATOR),
            "programme": programme,
            "mentees": [MenteeRecordFactory(programme=programme, person__ready=True)],
            "form": form,
            "role_model": RoleModelFactory(school=school, form=form),
            "kind": KindFactory(school=school),
            "starts_on": TODAY,
            "ends_on": programme.ends_on,
        }
        mentors = [MentorRecordFactory(programme=programme, person__ready=True) for _number in range(CALLERS)]
    barrier = Barrier(CALLERS)

    def propose(mentor) -> bool:
        try:
            connection.ensure_connection()  # connecting takes long enough to spread the callers out
            with scope(school=school), pretend(TODAY):
                barrier.wait(timeout=30)
                propose_pair(mentor=mentor, **terms)
        except Refusal:
            return False
        else:
            return True
        finally:
            connections.close_all()

    def all_at_once() -> tuple[int, int]:
        with ThreadPoolExecutor(CALLERS) as pool:
            made = list(pool.map(propose, mentors))
        return made.count(True), made.count(False)

    return all_at_once


@pytest.fixture
def no_guard(transactional_db):
    """The same race without the constraint: the negative control."""
    guard = next(one for one in PairMentee._meta.constraints if one.name == "one_open_place_per_mentee")
    with connection.schema_editor() as editor:
        editor.remove_constraint(PairMentee, guard)
    yield
    with scopes_disabled():
        PairMentee._base_manager.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(PairMentee, guard)


def open_places() -> int:
    with scopes_disabled():
        return PairMentee.objects.filter(finished_on__isnull=True).count()


def test_thirty_proposals_of_one_mentee_make_one_pair(crowd):
    assert crowd() == (1, CALLERS - 1)
    assert open_places() == 1


def test_without_the_guard_the_race_shows(no_guard, crowd):
    made, _refused = crowd()

    assert made > 1
    assert open_places() == made
