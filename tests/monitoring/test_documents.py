import datetime
import json

from monitoring.documents import monitoring_facts
from monitoring.enums import Phase
from tests.factories.monitoring import CampaignFactory, IndicatorSheetFactory
from tests.factories.pairs import MeetingFactory, PairFactory

ON = datetime.date(2027, 5, 31)


def test_facts_are_plain_data_in_russian(programme, rate_both):
    PairFactory(programme=programme, active=True, group=2)
    rate_both([(5, 7)] * 5)
    rate_both([(5, 7)] * 5, phase=Phase.QUALITY, code="comfort", satisfaction=True)
    IndicatorSheetFactory(programme=programme, values=[2] * 9)

    facts = monitoring_facts(programme, ON)

    assert json.loads(json.dumps(facts, ensure_ascii=False)) == facts
    assert facts["indicators"]["level_title"] == "оптимальный"
    assert facts["indicators"]["total"] == 18
    assert facts["satisfaction"][0]["share"] == 100
    assert facts["gaps"][0]["gap"] == 2.0
    assert (facts["pairs"]["total"], facts["pairs"]["groups"], facts["pairs"]["mentees"]) == (1, 1, 2)


def test_small_groups_have_no_figures_unless_asked_for(programme, rate_both):
    rate_both([(5, 7)] * 4)

    hidden, shown = monitoring_facts(programme, ON)["dynamics"][0], monitoring_facts(programme, ON, show_small=True)["dynamics"][0]

    assert (hidden["too_few"], hidden["entry_mean"], hidden["improved"]) == (True, None, None)
    assert (shown["too_few"], shown["entry_mean"], shown["improved"]) == (True, 5.0, 4)


def test_meetings_and_campaigns_after_the_day_do_not_count(programme):
    pair = PairFactory(programme=programme, active=True)
    MeetingFactory(pair=pair, held_on=datetime.date(2026, 11, 5), minutes=90)
    MeetingFactory(pair=pair, held_on=datetime.date(2026, 11, 6), took_place=False)
    MeetingFactory(pair=pair, held_on=datetime.date(2026, 12, 5))
    CampaignFactory(programme=programme, opened_on=datetime.date(2026, 12, 1))

    facts = monitoring_facts(programme, datetime.date(2026, 11, 30))

    assert facts["meetings"] == {"held": 1, "not_held": 1, "minutes": 90, "pairs_that_met": 1, "hours": 1.5}
    assert facts["responses"] == []


def test_programme_without_a_sheet_has_no_indicators(programme):
    assert monitoring_facts(programme, ON)["indicators"] is None
