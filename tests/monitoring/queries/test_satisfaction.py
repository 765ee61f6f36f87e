import pytest

from monitoring.enums import ItemKind, Phase, Wave
from monitoring.queries import satisfaction
from monitoring.queries.satisfaction import definition
from tests.factories.participants import PersonFactory


@pytest.fixture
def say(school, rate):
    """Call it with a person's exit ratings of satisfaction."""

    def give(*numbers, person=None, kind=ItemKind.SCALE10, wave=Wave.EXIT):
        person = person or PersonFactory(school=school)
        for place, number in enumerate(numbers):
            rate(person, number, wave, phase=Phase.QUALITY, satisfaction=True, code=f"{kind}_{place}", kind=kind)
        return person

    return give


def test_mean_of_seven_is_satisfied(programme, say):
    say(6, 8)
    say(6, 7)
    say(10, 9)

    mentees = satisfaction(programme)["mentee"]

    assert (mentees.satisfied, mentees.answered, mentees.share) == (2, 3, 67)


def test_side_without_answers_has_no_share(programme, say):
    say(9)

    assert satisfaction(programme)["mentor"].share is None


def test_yes_or_no_decides_only_where_nothing_is_rated(programme, say):
    say(1, kind=ItemKind.YES_NO)
    say(0, kind=ItemKind.YES_NO)
    rated_low = say(3)
    say(1, person=rated_low, kind=ItemKind.YES_NO)

    assert satisfaction(programme)["mentee"].satisfied == 1


def test_entry_answers_are_expectations_and_satisfy_nobody(programme, say):
    say(10, wave=Wave.ENTRY)

    assert satisfaction(programme)["mentee"].answered == 0


def test_definition_names_the_threshold():
    assert "7" in definition()
