import pytest

from tests.factories.participants import GuardianFactory, MenteeRecordFactory


@pytest.fixture
def pupil(programme):
    """A mentee with a guardian; no consent is given yet."""
    person = MenteeRecordFactory(programme=programme).person
    GuardianFactory(person=person)
    return person
