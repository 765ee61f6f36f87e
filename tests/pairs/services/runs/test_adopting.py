import datetime

import pytest

from mentoring.common.refusal import Refusal
from pairs.enums import PairState, RunState
from pairs.models import Pair, PairMentee
from pairs.services import propose_pair
from pairs.services.runs import adopt_run, drop_run, start_runs, take_board_step
from pairs.services.runs.adopting import NotAdopted
from participants.models import MenteeRecord
from participants.services import withdraw_consent
from programmes.models import Kind
from tests.pairs.conftest import TODAY

ENDS = datetime.date(2027, 5, 31)


@pytest.fixture
def adopt(curator, run, programme):
    def call(**fields):
        terms = {
            "version": run.version,
            "kind": Kind.objects.get(code="traditional"),
            "group_kind": None,
            "starts_on": TODAY,
            "ends_on": ENDS,
        }
        return adopt_run(actor=curator, run=run, **(terms | fields))

    return call


def test_every_pair_of_the_run_is_proposed(run, adopt):
    pairs = adopt()

    assert {(seat.mentee_id, seat.pair.mentor_id) for seat in PairMentee.objects.select_related("pair")} == {
        (mentee, mentor) for mentee, mentor, _points in run.plan["pairs"]
    }
    assert {pair.state for pair in pairs} == {PairState.PROPOSED}
    run.refresh_from_db()
    assert run.state == RunState.ADOPTED
    assert len(run.protocol["pairs"]) == 4


def test_adopting_twice_proposes_once(run, adopt):
    adopt()

    assert adopt() == []
    assert PairMentee.objects.count() == 4


def test_a_mentor_with_several_mentees_becomes_a_group(run, adopt, group_kind):
    pairs = adopt(group_kind=group_kind)

    assert sorted(len(pair.seats.all()) for pair in pairs) == [1, 1, 2]
    assert {pair.kind.code for pair in pairs if pair.is_group} == {"group"}


def test_a_mentee_paired_meanwhile_stops_everything_and_is_named(curator, programme, run, adopt, crowd, pupils_form):
    mentee, mentor, _points = run.plan["pairs"][0]
    people = {record.pk: record for side in crowd for record in side}
    other = next(record for record in crowd[0] if record.pk != mentor)
    propose_pair(
        actor=curator,
        programme=programme,
        mentor=other,
        mentees=[next(record for record in crowd[1] if record.pk == mentee)],
        form=pupils_form,
        role_model=pupils_form.role_models.get(),
        kind=Kind.objects.get(code="traditional"),
        starts_on=TODAY,
        ends_on=ENDS,
    )

    with pytest.raises(NotAdopted) as refused:
        adopt()

    assert people[mentee].person.surname in " ".join(row.people for row in refused.value.refused)
    assert Pair.objects.count() == 1
    run.refresh_from_db()
    assert run.state == RunState.DRAFT


def test_all_refusals_are_told_at_once(run, adopt, crowd):
    for record in crowd[1][:2]:
        record.left_on = record.entered_on
        record.save()

    with pytest.raises(NotAdopted) as refused:
        adopt()

    assert len(refused.value.refused) == 2
    assert not Pair.objects.exists()


def test_a_board_that_changed_meanwhile_is_looked_at_again(curator, run, adopt):
    take_board_step(actor=curator, run=run, version=0, kind="lock", mentee=run.plan["pairs"][0][0], mentor=run.plan["pairs"][0][1])

    with pytest.raises(Refusal, match="Доска изменилась"):
        adopt()


def test_a_run_that_was_set_aside_is_not_adopted(curator, run, adopt):
    drop_run(actor=curator, run=run)

    with pytest.raises(Refusal, match="не черновик"):
        adopt()


def test_wrong_dates_leave_nothing_behind(run, adopt):
    with pytest.raises(NotAdopted):
        adopt(ends_on=TODAY)

    assert not Pair.objects.exists()


@pytest.mark.parametrize("more", [0, 8])
def test_four_pairs_and_twelve_cost_the_same_queries(curator, programme, crowd, new_mentee, more, django_assert_num_queries):
    for mentor in crowd[0]:
        mentor.capacity = 4
        mentor.save()
    for _mentee in range(more):
        new_mentee(person__class_name="7А")
    [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])
    terms = {"kind": Kind.objects.get(code="traditional"), "group_kind": None, "starts_on": TODAY, "ends_on": ENDS}

    with django_assert_num_queries(49):
        pairs = adopt_run(actor=curator, run=run, version=run.version, **terms)

    assert len(pairs) == 4 + more


@pytest.mark.parametrize("purpose", ["processing", "participation"])
def test_a_consent_withdrawn_since_the_counting_stops_the_whole_run(run, adopt, curator, purpose):
    mentee = MenteeRecord.objects.get(pk=run.plan["pairs"][0][0])
    withdraw_consent(actor=curator, consent=mentee.person.consents.get(purpose=purpose), withdrawn_on=TODAY)

    with pytest.raises(NotAdopted) as refusal:
        adopt()

    assert [mentee.person.short_name in one.sentence for one in refusal.value.refused] == [True]
    assert not Pair.objects.exists()
