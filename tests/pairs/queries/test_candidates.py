from pairs.enums import PairState
from pairs.queries import free_mentors, waiting_mentees
from tests.factories.pairs import PairFactory
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory


def test_a_mentor_with_a_place_left_is_free(programme, mentor):
    PairFactory(programme=programme, mentor=mentor)

    assert [(row, row.places_left) for row in free_mentors(programme)] == [(mentor, 1)]


def test_a_full_mentor_is_not_free(programme, mentor):
    PairFactory(programme=programme, mentor=mentor, group=2)

    assert not free_mentors(programme)


def test_finished_pairs_hold_no_place(programme, mentor):
    PairFactory(programme=programme, mentor=mentor, state=PairState.ENDED, group=2)

    assert [row.places_left for row in free_mentors(programme)] == [2]


def test_people_without_consents_are_neither_free_nor_waiting(programme):
    MentorRecordFactory(programme=programme)
    MenteeRecordFactory(programme=programme)

    assert not free_mentors(programme)
    assert not waiting_mentees(programme)


def test_a_mentee_in_a_pair_does_not_wait(programme, mentee, new_mentee):
    waits = new_mentee()
    PairFactory(programme=programme, group=0, mentees=[mentee])

    assert list(waiting_mentees(programme)) == [waits]
