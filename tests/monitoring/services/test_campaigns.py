import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from monitoring.enums import CampaignState, Direction, Phase, Wave
from monitoring.models import Campaign, Item, Questionnaire
from monitoring.services import close_campaign, invite_newcomers, open_campaign, reopen_campaign
from tests.factories.monitoring import CampaignFactory
from tests.factories.pairs import PairFactory
from tests.factories.participants import ConsentFactory
from tests.factories.programmes import FormFactory

OPENED = datetime.date(2026, 11, 2)


def open_entry(actor, programme, phase=Phase.INFLUENCE):
    return open_campaign(actor=actor, programme=programme, phase=phase, wave=Wave.ENTRY, opened_on=OPENED)


def test_open_invites_everybody_with_the_questionnaire_of_the_form(curator, programme):
    PairFactory(programme=programme, active=True, group=2)

    campaign = open_entry(curator, programme)

    assert campaign.invitations.count() == 3
    assert {invitation.questionnaire.template for invitation in campaign.invitations.all()} == {"learner_mentor", "learner_mentee"}
    assert AuditEvent.objects.get().details["invited"] == 3


def test_open_copies_only_the_questions_of_the_form(curator, programme):
    PairFactory(programme=programme, active=True)

    open_entry(curator, programme)

    codes = set(Item.objects.filter(questionnaire__side="mentee").values_list("code", flat=True))
    assert "anxiety" in codes
    assert "career" not in codes
    assert Item.objects.get(questionnaire__side="mentee", code="anxiety").direction == Direction.LOWER


def test_copies_are_made_once_and_shared_by_both_waves(curator, programme):
    PairFactory(programme=programme, active=True)
    entry = open_entry(curator, programme)
    close_campaign(actor=curator, campaign=entry, closed_on=OPENED)

    open_campaign(actor=curator, programme=programme, phase=Phase.INFLUENCE, wave=Wave.EXIT, opened_on=OPENED)

    assert Questionnaire.objects.count() == 2


def test_open_refuses_without_an_active_pair(curator, programme):
    PairFactory(programme=programme)

    with pytest.raises(Refusal, match="No pair is active"):
        open_entry(curator, programme)
    assert not Campaign.objects.exists()


def test_open_refuses_a_form_without_a_questionnaire_and_leaves_nothing_behind(curator, programme):
    PairFactory(programme=programme, active=True)
    PairFactory(programme=programme, active=True, form=FormFactory(school=programme.school, code="own_form"))

    with pytest.raises(Refusal, match="own_form"):
        open_entry(curator, programme)
    assert not Campaign.objects.exists()
    assert not Questionnaire.objects.exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("entry", [None, "open"])
def test_exit_refuses_before_the_entry_is_closed(curator, programme, entry):
    PairFactory(programme=programme, active=True)
    if entry:
        CampaignFactory(programme=programme)

    with pytest.raises(Refusal, match="entry questionnaires"):
        open_campaign(actor=curator, programme=programme, phase=Phase.INFLUENCE, wave=Wave.EXIT)


def test_exit_cannot_open_before_the_day_the_entry_closed(curator, programme):
    PairFactory(programme=programme, active=True)
    CampaignFactory(programme=programme, closed=True)

    with pytest.raises(Refusal, match="later date"):
        open_campaign(actor=curator, programme=programme, phase=Phase.INFLUENCE, wave=Wave.EXIT, opened_on=OPENED)


def test_second_press_of_the_same_person_is_quiet(curator, programme):
    PairFactory(programme=programme, active=True)

    assert open_entry(curator, programme) == open_entry(curator, programme)
    assert AuditEvent.objects.count() == 1


def test_press_after_a_colleague_is_told_who_did_it(curator, coordinator, programme):
    PairFactory(programme=programme, active=True)
    open_entry(curator, programme)

    with pytest.raises(Refusal) as refused:
        open_entry(coordinator, programme)
    assert str(curator.user) in refused.value.sentence


def test_director_may_not_open(director, programme):
    with pytest.raises(PermissionDenied):
        open_entry(director, programme)


def test_newcomers_are_invited_and_the_others_are_not_invited_twice(curator, programme):
    PairFactory(programme=programme, active=True)
    campaign = open_entry(curator, programme)
    PairFactory(programme=programme, active=True)

    assert invite_newcomers(actor=curator, campaign=campaign) == 2
    assert invite_newcomers(actor=curator, campaign=campaign) == 0
    assert campaign.invitations.count() == 4


def test_closed_campaign_takes_no_newcomers(curator, programme):
    campaign = CampaignFactory(programme=programme, closed=True)

    with pytest.raises(Refusal, match="Reopen"):
        invite_newcomers(actor=curator, campaign=campaign)


def test_close_records_how_many_have_not_answered(curator, programme):
    PairFactory(programme=programme, active=True)
    campaign = close_campaign(actor=curator, campaign=open_entry(curator, programme), closed_on=OPENED)

    assert (campaign.state, campaign.closed_on) == (CampaignState.CLOSED, OPENED)
    assert AuditEvent.objects.get(name="campaign.closed").details["without_answer"] == 2


def test_close_refuses_a_day_before_the_opening(curator, programme):
    campaign = CampaignFactory(programme=programme)

    with pytest.raises(Refusal, match="later one"):
        close_campaign(actor=curator, campaign=campaign, closed_on=datetime.date(2026, 11, 1))


def test_closing_twice_changes_nothing(curator, programme):
    campaign = CampaignFactory(programme=programme, closed=True)

    assert close_campaign(actor=curator, campaign=campaign).closed_on == campaign.closed_on
    assert not AuditEvent.objects.exists()


def test_reopened_campaign_can_be_answered_again(curator, programme):
    campaign = reopen_campaign(actor=curator, campaign=CampaignFactory(programme=programme, closed=True))

    assert (campaign.state, campaign.closed_on) == (CampaignState.OPEN, None)


def test_entry_stays_closed_once_the_exit_has_opened(curator, programme):
    entry = CampaignFactory(programme=programme, closed=True)
    CampaignFactory(programme=programme, wave=Wave.EXIT)

    with pytest.raises(Refusal, match="stay as they are"):
        reopen_campaign(actor=curator, campaign=entry)


def test_who_may_not_be_asked_is_invited_when_the_consent_is_there(curator, programme):
    person = PairFactory(programme=programme, active=True).mentor.person
    person.consents.filter(purpose="processing").delete()
    campaign = open_entry(curator, programme)
    assert campaign.invitations.count() == 1

    ConsentFactory(person=person)

    assert invite_newcomers(actor=curator, campaign=campaign) == 1
