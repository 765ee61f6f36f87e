import pytest

from monitoring.enums import Phase, Wave
from monitoring.models import Campaign
from tests.factories.monitoring import CampaignFactory, InvitationFactory
from tests.factories.pairs import PairFactory
from tests.factories.participants import PersonFactory
from tests.factories.programmes import ProgrammeFactory


def page(programme, part=""):
    return f"/monitoring/programmes/{programme.pk}/?part={part}"


def test_task_list_offers_to_open_what_may_be_opened(sign_in, curator, programme):
    PairFactory(programme=programme, active=True)

    content = sign_in(curator).get(page(programme)).content.decode()

    assert content.count("/open/") == 2
    assert f"/monitoring/programmes/{programme.pk}/open/quality/entry/" in content


def test_director_sees_figures_but_no_buttons_and_no_names(sign_in, director, programme):
    PairFactory(programme=programme, active=True)
    silent = PersonFactory(school=programme.school, surname="Молчаливая")
    campaign = CampaignFactory(programme=programme)
    InvitationFactory(campaign=campaign, person=silent)

    content = sign_in(director).get(page(programme)).content.decode()

    assert "Молчаливая" not in content
    assert "/open/" not in content
    assert f"/campaigns/{campaign.pk}/" not in content


def test_curator_sees_who_has_not_answered(sign_in, curator, programme):
    campaign = CampaignFactory(programme=programme)
    people = [PersonFactory(school=programme.school, surname=f"Молчаливая{n}") for n in range(1, 9)]
    for person in people:
        InvitationFactory(campaign=campaign, person=person)

    content = sign_in(curator).get(page(programme)).content.decode()

    assert "Молчаливая6" in content
    assert "Молчаливая7" not in content
    assert "и ещё 2" in content


def test_small_group_shows_its_means_to_the_curator_only(sign_in, curator, director, programme, rate_both):
    rate_both([(2, 9)] * 4)

    assert "chart-frame" in sign_in(curator).get(page(programme, "dynamics")).content.decode()
    response = sign_in(director).get(page(programme, "dynamics"))
    assert "chart-frame" not in response.content.decode()
    assert response.context["groups"][0].rows[0].change.entry_mean is None


def test_chart_and_table_show_the_same_numbers(sign_in, curator, programme, rate_both):
    rate_both([(4, 6), (5, 7), (6, 8), (5, 5), (5, 9)])

    content = sign_in(curator).get(page(programme, "dynamics")).content.decode()

    assert "<svg" in content
    assert "7,0" in content
    assert "+2,0" in content
    assert "bi-arrow-up" in content


def test_expectations_stand_beside_reality(sign_in, curator, programme, rate_both):
    rate_both([(8, 6)] * 5, phase=Phase.QUALITY, code="comfort")

    row = sign_in(curator).get(page(programme, "expectations")).context["groups"][0].rows[0]

    assert (row.gap.gap, row.difference.text, row.tone) == (-2.0, "−2,0", "bad")


@pytest.mark.parametrize("part, count", [("", 12), ("dynamics", 7), ("expectations", 7)])
@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow_with_people(sign_in, curator, programme, rate_both, part, count, number, django_assert_num_queries):
    rate_both([(5, 7)] * number)
    rate_both([(5, 7)] * number, phase=Phase.QUALITY, code="comfort")
    open_campaign = Campaign.objects.get(phase=Phase.QUALITY, wave=Wave.EXIT)
    InvitationFactory.create_batch(number, campaign=open_campaign)
    client = sign_in(curator)

    with django_assert_num_queries(count):
        client.get(page(programme, part))


def test_unknown_part_shows_the_overview(sign_in, curator, programme):
    assert "phases" in sign_in(curator).get(page(programme, "../secret")).context


def test_programme_of_another_school_does_not_exist(sign_in, curator, other_school):
    assert sign_in(curator).get(page(ProgrammeFactory(school=other_school))).status_code == 404
