import datetime

import pytest

from pairs.enums import MeetingType
from pairs.queries.meetings import CHIPS, meeting_defaults, next_meeting_type
from tests.factories.pairs import MeetingFactory, PairFactory


@pytest.mark.parametrize(
    "held, following",
    [
        (set(), MeetingType.ORGANISATIONAL),
        ({MeetingType.ORGANISATIONAL}, MeetingType.TRIAL),
        ({MeetingType.ORGANISATIONAL, MeetingType.TRIAL}, MeetingType.PLANNING),
        ({MeetingType.ORGANISATIONAL, MeetingType.TRIAL, MeetingType.PLANNING}, MeetingType.REGULAR),
    ],
)
def test_the_type_follows_the_cycle(held, following):
    assert next_meeting_type(held) == following


def test_defaults_are_those_of_the_last_meeting(programme):
    pair = PairFactory(programme=programme, active=True)
    MeetingFactory(pair=pair, held_on=datetime.date(2026, 10, 6), minutes=30, topic="Дроби")
    MeetingFactory(pair=pair, held_on=datetime.date(2026, 10, 13), minutes=45, mode="remote", topic="Диктант")
    MeetingFactory(pair=pair, held_on=datetime.date(2026, 10, 20), minutes=0, took_place=False, topic="")

    defaults = meeting_defaults(pair)

    assert (defaults["minutes"], defaults["mode"]) == (45, "remote")
    assert defaults["topics"][1:3] == ["Диктант", "Дроби"]
    assert len(defaults["topics"]) == CHIPS
