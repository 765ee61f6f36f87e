import pytest
from django.utils import translation

from monitoring.enums import Phase, Wave
from tests.factories.monitoring import AnswerFactory, CampaignFactory, InvitationFactory, ItemFactory
from tests.factories.participants import PersonFactory


@pytest.fixture(autouse=True)
def words_of_the_code():
    """Services speak as the code does, so that a better translation breaks no test; pages answer in Russian all the same."""
    with translation.override("en"):
        yield


@pytest.fixture
def rate(programme):
    """Call it to let `person` answer a question of a wave: `rate(person, 7, Wave.ENTRY, code="anxiety", lower=True)`."""

    def give(person, number, wave, *, phase=Phase.INFLUENCE, side="mentee", **item):
        campaign = CampaignFactory(programme=programme, phase=phase, wave=wave)
        invitation = InvitationFactory(campaign=campaign, person=person, side=side, answered=True)
        return AnswerFactory(invitation=invitation, item=ItemFactory(questionnaire=invitation.questionnaire, **item), number=number)

    return give


@pytest.fixture
def rate_both(school, rate):
    """Call it with pairs of numbers: a new person for each pair answers at entry and at exit."""

    def give(pairs, **item):
        people = PersonFactory.create_batch(len(pairs), school=school)
        for person, (before, after) in zip(people, pairs, strict=True):
            rate(person, before, Wave.ENTRY, **item)
            rate(person, after, Wave.EXIT, **item)
        return people

    return give
