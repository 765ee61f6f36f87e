import pytest

from mentoring.common.refusal import Refusal
from pairs.models import MatchingPolicy
from pairs.services import choose_policy
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory

LEVELS = {"topics": "high"}


@pytest.fixture
def choose(curator, programme):
    def call(**fields):
        return choose_policy(actor=curator, programme=programme, levels=LEVELS, **fields)

    return call


def test_groups_are_kept_by_their_keys(choose, crowd):
    mentors, mentees = crowd

    policy = choose(together=[[mentees[2], mentees[0]]], least=[(mentors[0], 2)])

    assert policy.together == [[mentees[0].pk, mentees[2].pk]]
    assert policy.least == [[mentors[0].pk, 2]]
    assert choose(together=[[mentees[0], mentees[2]]], least=[(mentors[0], 2)]) == policy


def test_somebody_in_two_groups_is_named(choose, crowd):
    first, second, third, _fourth = crowd[1]

    with pytest.raises(Refusal, match=f"{first.person.surname}.* в двух малых группах"):
        choose(together=[[first, second], [first, third]])

    assert not MatchingPolicy.objects.exists()


def test_a_group_of_five_is_refused(choose, crowd, new_mentee):
    with pytest.raises(Refusal, match="Малая группа"):
        choose(together=[[*crowd[1], new_mentee()]])


def test_a_mentor_with_two_numbers_is_refused(choose, crowd):
    with pytest.raises(Refusal, match="дважды"):
        choose(least=[(crowd[0][0], 2), (crowd[0][0], 2)])


def test_a_group_larger_than_the_places_is_refused(choose, crowd):
    with pytest.raises(Refusal, match="мест — 1"):
        choose(least=[(crowd[0][1], 2)])


def test_people_of_another_programme_are_refused(choose, crowd, school):
    mentee = MenteeRecordFactory(programme__school=school, person__school=school)
    mentor = MentorRecordFactory(programme=mentee.programme, person__school=school, capacity=3)

    for fields in ({"together": [[crowd[1][0], mentee]]}, {"least": [(mentor, 2)]}):
        with pytest.raises(Refusal, match="этой программы"):
            choose(**fields)
