import pytest

from monitoring.enums import CampaignState
from monitoring.models import Campaign
from tests.factories.monitoring import CampaignFactory, InvitationFactory
from tests.factories.pairs import PairFactory
from tests.factories.participants import PersonFactory


def url(campaign, step=""):
    return f"/monitoring/campaigns/{campaign.pk}/{step}"


@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow_with_invitations(sign_in, curator, programme, number, django_assert_num_queries):
    campaign = CampaignFactory(programme=programme)
    InvitationFactory.create_batch(number, campaign=campaign)
    client = sign_in(curator)

    with django_assert_num_queries(10):
        response = client.get(url(campaign))

    assert len(response.context["rows"]) == number


def test_list_filters_by_state_side_form_and_name(sign_in, curator, programme):
    campaign = CampaignFactory(programme=programme)
    InvitationFactory(campaign=campaign, answered=True, person__surname="Ёлкина")
    InvitationFactory(campaign=campaign, side="mentor")
    client = sign_in(curator)

    def found(query):
        return [row["object"].side for row in client.get(url(campaign) + query).context["rows"]]

    assert found("?state=answered") == ["mentee"]
    assert found("?state=waiting") == ["mentor"]
    assert found("?side=mentor") == ["mentor"]
    assert found("?q=елк") == ["mentee"]
    assert len(found("?form=pupil_pupil")) == 2


def test_open_invites_and_leads_to_the_list(sign_in, curator, programme):
    PairFactory(programme=programme, active=True)

    response = sign_in(curator).post(f"/monitoring/programmes/{programme.pk}/open/influence/entry/")

    assert response.url == url(Campaign.objects.get())


def test_refusal_to_open_becomes_a_message(sign_in, curator, programme):
    response = sign_in(curator).post(f"/monitoring/programmes/{programme.pk}/open/influence/entry/", follow=True)

    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert not Campaign.objects.exists()


def test_unknown_phase_does_not_exist(sign_in, curator, programme):
    assert sign_in(curator).post(f"/monitoring/programmes/{programme.pk}/open/magic/entry/").status_code == 404


def test_close_and_reopen(sign_in, curator, programme):
    campaign = CampaignFactory(programme=programme)
    client = sign_in(curator)

    client.post(url(campaign, "close/"))
    assert Campaign.objects.get().state == CampaignState.CLOSED
    client.post(url(campaign, "reopen/"))
    assert Campaign.objects.get().state == CampaignState.OPEN


@pytest.mark.parametrize("step", ["close/", "reopen/", "invite/"])
def test_steps_are_posts(sign_in, curator, programme, step):
    assert sign_in(curator).get(url(CampaignFactory(programme=programme), step)).status_code == 405


def test_newcomers_are_offered_and_invited(sign_in, curator, programme):
    campaign = CampaignFactory(programme=programme)
    PairFactory(programme=programme, active=True)
    client = sign_in(curator)

    assert client.get(url(campaign)).context["newcomers"] == 2
    client.post(url(campaign, "invite/"))
    assert campaign.invitations.count() == 2


def test_director_may_not_read_who_answered(sign_in, director, programme):
    campaign = CampaignFactory(programme=programme)
    InvitationFactory(campaign=campaign, person=PersonFactory(school=programme.school))

    assert sign_in(director).get(url(campaign)).status_code == 403
