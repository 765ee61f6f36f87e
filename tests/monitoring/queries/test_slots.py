from monitoring.enums import Phase, SlotState, Wave
from monitoring.queries import response_rate, slots_of
from tests.factories.monitoring import CampaignFactory, InvitationFactory
from tests.factories.pairs import PairFactory


def states(programme):
    return {(slot.phase, slot.wave): slot.state for slot in slots_of(programme, response_rate(programme))}


def test_nothing_is_possible_without_an_active_pair(programme):
    assert set(states(programme).values()) == {SlotState.NOT_YET}


def test_exit_waits_until_the_entry_is_closed(programme):
    PairFactory(programme=programme, active=True)
    CampaignFactory(programme=programme, phase=Phase.QUALITY)
    CampaignFactory(programme=programme, phase=Phase.INFLUENCE, closed=True)

    found = states(programme)

    assert found[Phase.QUALITY, Wave.ENTRY] == SlotState.IN_PROGRESS
    assert found[Phase.QUALITY, Wave.EXIT] == SlotState.NOT_YET
    assert found[Phase.INFLUENCE, Wave.ENTRY] == SlotState.DONE
    assert found[Phase.INFLUENCE, Wave.EXIT] == SlotState.NOT_STARTED


def test_response_rate_is_a_whole_per_cent(programme):
    campaign = CampaignFactory(programme=programme)
    InvitationFactory.create_batch(2, campaign=campaign, answered=True)
    InvitationFactory(campaign=campaign)

    rate = response_rate(programme)[0]

    assert (rate.invited, rate.answered, rate.waiting, rate.share) == (3, 2, 1, 67)
