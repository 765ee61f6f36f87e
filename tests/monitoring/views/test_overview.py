import pytest

from monitoring.enums import Wave
from tests.factories.monitoring import CampaignFactory, IndicatorSheetFactory, InvitationFactory
from tests.factories.programmes import ProgrammeFactory

URL = "/monitoring/"


@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow_with_programmes(sign_in, director, number, django_assert_num_queries):
    for programme in ProgrammeFactory.create_batch(number, school=director.school):
        InvitationFactory(campaign=CampaignFactory(programme=programme))
        IndicatorSheetFactory(programme=programme)
    client = sign_in(director)

    with django_assert_num_queries(9):
        response = client.get(URL)

    assert len(response.context["cards"]) == number


def test_card_shows_rate_level_and_change(sign_in, director, programme, rate_both):
    rate_both([(5, 7)] * 5)
    IndicatorSheetFactory(programme=programme, values=[2] * 9)
    InvitationFactory(campaign=CampaignFactory(programme=programme, wave=Wave.EXIT))

    card = sign_in(director).get(URL).context["cards"][0]

    assert card["level"].total == 18
    assert card["headline"].improved == 1
    assert {rate.answered for rate in card["rates"]} == {5}


@pytest.mark.parametrize("role, may_create", [("curator", True), ("director", False)])
def test_school_without_programmes_says_who_can_act(sign_in, request, role, may_create):
    response = sign_in(request.getfixturevalue(role)).get(URL)

    assert response.context["may_create"] == may_create
    assert response.status_code == 200
