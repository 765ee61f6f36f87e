from monitoring.enums import Phase, Wave
from monitoring.queries import expectation_gaps
from tests.factories.participants import PersonFactory


def test_gap_is_reality_minus_expectation(programme, rate_both):
    rate_both([(8, 6), (9, 8)], phase=Phase.QUALITY, code="comfort")

    gap = expectation_gaps(programme)[0]

    assert (gap.expected_mean, gap.actual_mean, gap.gap, gap.answers) == (8.5, 7.0, -1.5, 2)


def test_question_of_one_wave_has_no_gap(school, programme, rate):
    rate(PersonFactory(school=school), 8, Wave.EXIT, phase=Phase.QUALITY, code="missing")

    assert expectation_gaps(programme) == []
