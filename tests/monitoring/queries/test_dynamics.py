import pytest

from monitoring.enums import Verdict, Wave
from monitoring.queries import dynamics, headlines, without_small_groups
from tests.factories.monitoring import CampaignFactory, InvitationFactory
from tests.factories.participants import PersonFactory


def test_means_are_of_the_people_who_answered_both_times(school, programme, rate, rate_both):
    rate_both([(4, 6), (5, 7), (6, 8), (5, 5), (5, 9)])
    rate(PersonFactory(school=school), 10, Wave.ENTRY)

    change = dynamics(programme)[0]

    assert (change.pairs_of_answers, change.entry_answers) == (5, 6)
    assert (change.entry_mean, change.exit_mean, change.difference) == (5.0, 7.0, 2.0)
    assert (change.improved, change.unchanged, change.worse) == (4, 1, 0)
    assert change.verdict == Verdict.IMPROVED


@pytest.mark.parametrize("after, verdict", [(3, Verdict.IMPROVED), (6, Verdict.UNCHANGED), (8, Verdict.WORSE)])
def test_anxiety_is_better_when_the_number_falls(programme, rate_both, after, verdict):
    rate_both([(6, after)] * 5, code="anxiety", lower=True)

    assert dynamics(programme)[0].verdict == verdict


def test_missing_exit_answer_is_not_zero(school, programme, rate, rate_both):
    rate_both([(5, 7)] * 5)
    silent = PersonFactory(school=school)
    rate(silent, 9, Wave.ENTRY)
    InvitationFactory(campaign=CampaignFactory(programme=programme, wave=Wave.EXIT), person=silent)

    change = dynamics(programme)[0]

    assert (change.missing_exit, change.left) == (1, 0)
    assert change.exit_mean == 7.0


def test_people_who_left_before_the_exit_are_counted_apart(school, programme, rate, rate_both):
    rate_both([(5, 7)] * 5)
    rate(PersonFactory(school=school), 1, Wave.ENTRY)

    change = dynamics(programme)[0]

    assert (change.missing_exit, change.left) == (0, 1)
    assert change.entry_mean == 5.0


def test_nobody_is_missing_before_the_exit_opens(school, programme, rate):
    rate(PersonFactory(school=school), 6, Wave.ENTRY)

    change = dynamics(programme)[0]

    assert (change.missing_exit, change.left, change.exit_mean) == (0, 0, None)
    assert change.verdict == Verdict.NO_EXIT


def test_four_people_are_too_few_to_judge(programme, rate_both):
    rate_both([(2, 9)] * 4)

    assert dynamics(programme)[0].verdict == Verdict.TOO_FEW


def test_small_groups_lose_their_figures_for_those_who_may_not_read_names(programme, rate_both):
    rate_both([(2, 9)] * 4)
    rate_both([(2, 9)] * 5, code="mood")

    small, large = without_small_groups(dynamics(programme))

    assert (small.entry_mean, small.exit_mean, small.difference, small.improved) == (None, None, None, None)
    assert large.exit_mean == 9.0


def test_difference_is_that_of_the_printed_means(programme, rate_both):
    rate_both([(5, 5), (5, 5), (5, 6), (5, 5), (5, 5), (6, 5), (5, 6)])

    change = dynamics(programme)[0]

    assert (change.entry_mean, change.exit_mean, change.difference) == (5.1, 5.3, 0.2)


def test_headline_counts_characteristics(programme, rate_both):
    people = [(5, 7)] * 5
    rate_both(people)
    rate_both(people, code="conflicts", lower=True)
    rate_both([(5, 7)], code="mood")

    headline = headlines([programme])[programme.pk]

    assert (headline.improved, headline.unchanged, headline.worse, headline.too_few) == (1, 0, 1, 1)
