import pytest

from pairs.queries.coupling import bonds_of, contradictions_of
from pairs.queries.fitting import fit_of
from pairs.services import choose_policy
from tests.factories.pairs import PairFactory


@pytest.fixture
def choose(curator, programme):
    def call(**fields):
        return choose_policy(actor=curator, programme=programme, levels={"topics": "high"}, **fields)

    return call


def test_who_is_not_judged_is_left_out_of_a_group_and_named(choose, programme, crowd):
    first, second, third, _fourth = crowd[1]
    policy = choose(together=[[first, second, third]])
    third.left_on = third.entered_on
    third.save()
    fit = fit_of(programme)

    assert bonds_of(policy, fit).together == ((first.pk, second.pk),)
    [sentence] = contradictions_of(policy, fit)
    assert f"в подбор не войдут: {third.person.short_name}" in sentence


def test_mentees_whom_a_mentor_has_count_for_the_smallest_group(choose, programme, crowd, new_mentee):
    [mentor, *_others], _mentees = crowd
    mentor.capacity = 4
    mentor.save()
    policy = choose(least=[(mentor, 3)])
    assert bonds_of(policy, fit_of(programme)).least == {mentor.pk: 3}

    PairFactory(programme=programme, mentor=mentor, group=0, mentees=[new_mentee()])

    assert bonds_of(policy, fit_of(programme)).least == {mentor.pk: 2}


def test_a_group_that_no_mentor_can_take_is_told(choose, programme, crowd):
    policy = choose(together=[crowd[1][:3]])

    [sentence] = contradictions_of(policy, fit_of(programme))

    assert "ни один наставник не может взять всех" in sentence


def test_a_smallest_group_that_cannot_be_had_is_told(choose, programme, crowd):
    [mentor, *_others], mentees = crowd
    policy = choose(least=[(mentor, 2)])
    for mentee in mentees[:3]:
        mentee.left_on = mentee.entered_on
        mentee.save()

    [sentence] = contradictions_of(policy, fit_of(programme))

    assert f"{mentor.person.short_name} берёт группу от 2, а набрать можно не больше 1" in sentence


def test_conditions_that_fit_are_silent(choose, programme, crowd):
    mentors, mentees = crowd
    policy = choose(together=[mentees[:2]], least=[(mentors[0], 2)])

    assert contradictions_of(policy, fit_of(programme)) == []
