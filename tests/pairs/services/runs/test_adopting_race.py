"""T-45, T-47 for runs of the matching: colleagues adopt at the same moment. Real connections, so only PostgreSQL can show it."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django_scopes import scope, scopes_disabled

from accounts.enums import Role
from mentoring.common.clock import pretend
from mentoring.common.refusal import Refusal
from pairs.models import BoardStep, MatchingRun, PairMentee
from pairs.services import propose_pair
from pairs.services.runs import adopt_run, adopting, board, start_runs, take_board_step
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import FormFactory, KindFactory, ProgrammeFactory, RoleModelFactory
from tests.pairs.conftest import TODAY

MENTEES, PLACES = 6, 2
TURNS = 5  # of the control
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office(transactional_db):
    return furnish(mentees=MENTEES, mentors=MENTEES)


def furnish(*, mentees: int, mentors: int) -> dict:
    """Two runs that give the same mentees to two different halves of the mentors; everything that adopting asks for."""
    school = SchoolFactory()
    with scope(school=school), pretend(TODAY):
        programme = ProgrammeFactory(school=school)
        form = FormFactory(school=school)
        role_model = RoleModelFactory(school=school, form=form)
        curator = MembershipFactory(school=school, role=Role.CURATOR)
        mentors = [MentorRecordFactory(programme=programme, person__ready=True, capacity=PLACES) for _n in range(mentors)]
        mentees = [MenteeRecordFactory(programme=programme, person__ready=True) for _n in range(mentees)]
        half = len(mentors) // 2
        runs = [_run_without(closed, mentees, curator, programme) for closed in (mentors[:half], mentors[half:])]
        terms = {"kind": KindFactory(school=school), "starts_on": TODAY, "ends_on": programme.ends_on}
    facts = {"programme": programme, "form": form, "role_model": role_model, "actor": curator}
    return {"school": school, "runs": runs, "terms": terms, "facts": facts, "mentors": mentors, "mentees": mentees}


def _run_without(closed, mentees, curator, programme) -> MatchingRun:
    forbidden = [(mentee.pk, mentor.pk) for mentor in closed for mentee in mentees]
    [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"], forbidden=forbidden)
    return run


def at_once(office, calls) -> list:
    """What each call answered, or the refusal it met; all begin at the same moment."""
    barrier = Barrier(len(calls))

    def one(call):
        try:
            connection.ensure_connection()  # connecting takes long enough to spread the callers out
            with scope(school=office["school"]), pretend(TODAY):
                barrier.wait(timeout=30)
                return call()
        except Refusal as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(one, calls))


def adoption(office, run):
    return lambda: adopt_run(actor=office["facts"]["actor"], run=run, version=run.version, group_kind=None, **office["terms"])


def seats() -> list[tuple[int, int]]:
    with scopes_disabled():
        return list(PairMentee.objects.filter(finished_on__isnull=True).values_list("mentee_id", "pair__mentor_id"))


def assert_nobody_twice_and_no_mentor_overfull() -> None:
    held = seats()
    assert len({mentee for mentee, _mentor in held}) == len(held)
    assert max(Counter(mentor for _mentee, mentor in held).values()) <= PLACES


@pytest.fixture
def no_guards(transactional_db, monkeypatch):
    """Adopting without its locks, in a database without the constraint: the negative control."""
    monkeypatch.setattr(adopting, "lock_for_adoption", lambda run: MatchingRun.objects.select_related("programme__school").get(pk=run.pk))
    guard = next(one for one in PairMentee._meta.constraints if one.name == "one_open_place_per_mentee")
    with connection.schema_editor() as editor:
        editor.remove_constraint(PairMentee, guard)
    yield
    with scopes_disabled():
        PairMentee._base_manager.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(PairMentee, guard)


def test_the_same_run_adopted_by_four_at_once_proposes_once(office):
    run = office["runs"][0]

    answers = at_once(office, [adoption(office, run)] * 4)

    assert [len(answer) for answer in answers if answer and not isinstance(answer, Refusal)] == [MENTEES]
    assert len(seats()) == MENTEES
    assert_nobody_twice_and_no_mentor_overfull()


def test_of_different_runs_adopted_at_once_one_is_proposed_and_the_others_leave_nothing(office):
    answers = at_once(office, [adoption(office, run) for run in office["runs"]])

    assert sum(isinstance(answer, Refusal) for answer in answers) == len(office["runs"]) - 1
    assert len(seats()) == MENTEES
    assert_nobody_twice_and_no_mentor_overfull()


def test_a_proposal_by_hand_at_the_same_moment_waits_or_wins_and_nothing_is_half_done(office):
    facts, terms = office["facts"], office["terms"]

    def by_hand():
        return propose_pair(mentor=office["mentors"][0], mentees=office["mentees"][:1], **facts, **terms)

    answers = at_once(office, [adoption(office, office["runs"][0]), by_hand])

    refused = [isinstance(answer, Refusal) for answer in answers]
    assert sum(refused) == 1
    assert len(seats()) == (1 if refused[0] else MENTEES)
    assert_nobody_twice_and_no_mentor_overfull()


def test_without_the_guards_the_race_shows(no_guards):
    """One mentee alone: of several the journal, which is written one after the other, would stop the second run at the next.

    A busy machine may let one run end before the other looks, so there are several turns.
    """

    def one_turn() -> bool:
        office = furnish(mentees=1, mentors=2)
        at_once(office, [adoption(office, run) for run in office["runs"]])
        held = seats()
        return len({mentee for mentee, _mentor in held}) < len(held)

    assert any(one_turn() for _turn in range(TURNS))


def lock_first_pair(office, run):
    mentee, mentor, _points = run.plan["pairs"][0]
    return lambda: take_board_step(actor=office["facts"]["actor"], run=run, version=0, kind="lock", mentee=mentee, mentor=mentor)


def test_of_steps_taken_on_one_board_at_once_one_counts(office):
    run = office["runs"][0]

    answers = at_once(office, [lock_first_pair(office, run)] * 4)

    assert sum(isinstance(answer, board.StaleBoard) for answer in answers) == 3
    with scope(school=office["school"]):
        assert BoardStep.objects.filter(run=run).count() == 1
