import datetime

from monitoring.queries import participants_of
from pairs.enums import PairState
from tests.factories.pairs import PairFactory


def test_mentor_and_mentees_of_active_and_completed_pairs_are_asked(programme):
    group = PairFactory(programme=programme, active=True, group=2)
    completed = PairFactory(programme=programme, completed=True)
    PairFactory(programme=programme)
    PairFactory(programme=programme, state=PairState.ENDED)

    found = participants_of(programme)

    assert len(found) == 5
    assert {person for person, side in found if side == "mentor"} == {group.mentor.person_id, completed.mentor.person_id}
    assert set(found.values()) == {"pupil_pupil"}


def test_mentee_who_left_a_group_early_is_not_asked(programme):
    group = PairFactory(programme=programme, active=True, group=2)
    gone = group.seats.first()
    gone.finished_on = datetime.date(2026, 12, 1)
    gone.save(update_fields=["finished_on"])

    assert (gone.mentee.person_id, "mentee") not in participants_of(programme)
