"""A mentor stops in February: the mentees without one get another, the pairs that work change as little as can be."""

import datetime

import pytest

from pairs.enums import PairState
from pairs.models import Pair, PairMentee
from pairs.queries.setting import policy_of
from pairs.services import end_pair
from pairs.services.runs import adopt_run, start_runs
from pairs.services.runs.adopting import NotAdopted
from programmes.models import Kind
from tests.factories.pairs import PairFactory, VetoFactory
from tests.pairs.conftest import TODAY


@pytest.fixture
def work(programme, pupils_form):
    """Call it with a mentor and a mentee: they work together since October."""

    def pair(mentor, mentee):
        return PairFactory(
            programme=programme,
            mentor=mentor,
            mentees=[mentee],
            group=0,
            form=pupils_form,
            role_model=pupils_form.role_models.get(),
            kind=Kind.objects.get(code="traditional"),
            state=PairState.ACTIVE,
        )

    return pair


@pytest.fixture
def rematch(curator, programme):
    def call():
        [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["rematch"])
        return run

    return call


def plan_of(run) -> dict:
    return {mentee: mentor for mentee, mentor, _points in run.plan["pairs"]}


def adopt(curator, run):
    kind = Kind.objects.get(code="traditional")
    return adopt_run(
        actor=curator, run=run, version=run.version, kind=kind, group_kind=None, starts_on=TODAY, ends_on=datetime.date(2027, 5, 31)
    )


def test_pairs_that_work_stay_when_there_is_a_free_place(crowd, work, rematch):
    (orlova, gromova, belova), (sidorov, lastochkina, petukhov, chaikina) = crowd
    work(gromova, sidorov)
    work(belova, lastochkina)

    plan = plan_of(rematch())

    assert (plan[sidorov.pk], plan[lastochkina.pk]) == (gromova.pk, belova.pk)
    assert {plan[petukhov.pk], plan[chaikina.pk]} == {orlova.pk}


def test_one_pair_changes_when_somebody_would_stay_alone(curator, crowd, work, rematch):
    (orlova, gromova, belova), (sidorov, lastochkina, petukhov, chaikina) = crowd
    for record in (lastochkina, petukhov):
        record.left_on = TODAY
        record.save()
    for mentor in (orlova, belova):
        VetoFactory(mentee=chaikina, mentor=mentor)
    moved = work(gromova, sidorov)

    run = rematch()
    adopt(curator, run)

    assert plan_of(run)[chaikina.pk] == gromova.pk
    moved.refresh_from_db()
    assert moved.state == PairState.ENDED
    assert moved.followed_by.get().mentor_id in {orlova.pk, belova.pk}
    assert PairMentee.objects.get(mentee=chaikina, finished_on__isnull=True).pair.mentor_id == gromova.pk


def test_who_lost_a_mentor_comes_first(curator, crowd, work, rematch):
    (orlova, gromova, belova), mentees = crowd
    lost = work(gromova, mentees[0])
    end_pair(actor=curator, pair=lost, on=TODAY, note="переезд")
    for mentor in (orlova, belova):
        mentor.left_on = TODAY
        mentor.save()

    assert list(plan_of(rematch())) == [mentees[0].pk]
    assert policy_of(lost.programme).first == []


def test_a_pair_that_the_rules_of_today_forbid_is_left_alone(crowd, work, rematch):
    mentor, mentee = crowd[0][1], crowd[1][0]
    work(mentor, mentee)
    VetoFactory(mentee=mentee, mentor=mentor)

    run = rematch()

    assert mentee.pk not in plan_of(run)
    assert mentor.pk not in plan_of(run).values()


def test_groups_stay_as_they_are(crowd, work, rematch, programme):
    orlova, mentees = crowd[0][0], crowd[1]
    PairFactory(programme=programme, mentor=orlova, mentees=mentees[:2], group=0, state=PairState.ACTIVE)

    plan = plan_of(rematch())

    assert set(plan) == {mentee.pk for mentee in mentees[2:]}


def test_a_place_that_was_taken_meanwhile_stops_everything(curator, crowd, rematch, work):
    (orlova, gromova, belova), (_sidorov, *_rest, _chaikina) = crowd
    run = rematch()
    for mentor in (orlova, gromova, belova):
        mentor.capacity = 1
        mentor.save()

    with pytest.raises(NotAdopted):
        adopt(curator, run)

    assert not Pair.objects.exists()
