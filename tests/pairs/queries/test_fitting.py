import pytest

from pairs.enums import PairState
from pairs.fitting.codes import RuleCode
from pairs.queries.fitting import fit_of
from participants.enums import Gate
from tests.factories.pairs import PairFactory
from tests.factories.participants import ChosenGateFactory, MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import FormFactory, RoleModelFactory


@pytest.fixture
def form(programme):
    form = FormFactory(school=programme.school)
    RoleModelFactory(school=programme.school, form=form)
    programme.forms.add(form)
    return form


def test_people_who_are_ready_are_scored(programme, form, mentor, mentee):
    fit = fit_of(programme)

    assert (fit.mentees, fit.places) == ((mentee.pk,), {mentor.pk: 2})
    assert fit.scores[mentee.pk, mentor.pk].points > 0


def test_places_and_mentees_of_pairs_are_taken_off(programme, form, mentor, mentee, new_mentee):
    PairFactory(programme=programme, mentor=mentor, group=0, mentees=[mentee], state=PairState.IN_ORDER)
    waits = new_mentee()

    fit = fit_of(programme)

    assert (fit.mentees, fit.places) == ((waits.pk,), {mentor.pk: 1})


def test_who_lacks_something_is_out_with_the_reasons(programme, form, mentor):
    ChosenGateFactory(programme=programme, gate=Gate.TRAINING)
    PairFactory(programme=programme, mentor=mentor, group=2)
    mentee = MenteeRecordFactory(programme=programme)

    fit = fit_of(programme)

    assert fit.mentees_out == {mentee.pk: (RuleCode.NO_CONSENT,)}
    assert fit.mentors_out == {mentor.pk: (RuleCode.NOT_TRAINED, RuleCode.CAPACITY_ZERO)}


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_queries_does_not_grow(programme, form, people, django_assert_num_queries):
    for _number in range(people):
        MentorRecordFactory(programme=programme, person__ready=True)
        MenteeRecordFactory(programme=programme, person__ready=True)

    with django_assert_num_queries(4):
        fit = fit_of(programme)

    assert len(fit.scores) == people**2
