import datetime

import pytest

from pairs.enums import AmendmentState, PairState
from pairs.models import Pair
from pairs.queries.attention import RULES, reason_of, reasons_of, with_attention
from participants.services import withdraw_consent
from tests.factories.pairs import AmendmentFactory, MeetingFactory, PairFactory, PairRequestFactory
from tests.factories.participants import ConsentFactory

TODAY = datetime.date(2026, 11, 10)
RECENT = datetime.date(2026, 11, 1)


@pytest.fixture
def calm(programme):
    """An active pair that met nine days ago."""
    return MeetingFactory(pair=PairFactory(programme=programme, active=True), held_on=RECENT).pair


def reason(pair) -> str:
    found = reason_of(with_attention(Pair.objects.filter(pk=pair.pk)).get())
    return found.code if found else ""


def test_a_pair_that_works_needs_nothing(calm):
    assert reason(calm) == ""
    assert reasons_of(calm) == []


def test_a_withdrawn_consent_comes_first(calm, curator):
    PairRequestFactory(pair=calm)
    withdraw_consent(actor=curator, consent=calm.mentee_people[0].consents.first(), withdrawn_on=TODAY)

    assert reason(calm) == "consent"
    assert [rule.code for rule in reasons_of(calm)] == ["consent", "request"]


def test_the_mentors_consent_counts_too(calm, curator):
    withdraw_consent(actor=curator, consent=calm.mentor.person.consents.first(), withdrawn_on=TODAY)

    assert reason(calm) == "consent"


@pytest.mark.parametrize("days, code", [(29, ""), (30, "silent")])
def test_thirty_days_without_a_meeting(programme, days, code):
    pair = PairFactory(programme=programme, active=True)
    MeetingFactory(pair=pair, held_on=TODAY - datetime.timedelta(days=days))

    assert reason(pair) == code


def test_a_new_pair_is_not_silent_yet(programme):
    assert reason(PairFactory(programme=programme, active=True, starts_on=RECENT)) == ""


@pytest.mark.parametrize(
    "ends_on, code",
    [(datetime.date(2026, 11, 25), ""), (datetime.date(2026, 11, 24), "ends"), (TODAY, "ends"), (datetime.date(2026, 11, 9), "overdue")],
)
def test_the_end_is_announced_a_fortnight_before(calm, ends_on, code):
    calm.ends_on = ends_on
    calm.save()

    assert reason(calm) == code


@pytest.mark.parametrize("state, code", [("agreed", "no_order"), ("suspended", "suspended"), ("in_order", ""), ("withdrawn", "")])
def test_states_that_wait_for_the_curator(programme, state, code):
    assert reason(PairFactory(programme=programme, state=PairState(state))) == code


def test_a_proposal_without_agreement_for_a_fortnight(programme):
    pair = PairFactory(programme=programme)
    assert reason(pair) == ""

    Pair.objects.update(proposed_at=datetime.datetime(2026, 10, 20, tzinfo=datetime.UTC))

    assert reason(pair) == "agreement"


def test_changed_terms_wait_for_an_order(calm):
    AmendmentFactory(pair=calm, state=AmendmentState.APPLIED)

    assert reason(calm) == "order_due"


def test_codes_are_not_repeated():
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_a_teachers_written_yes_that_was_taken_back_counts_on_the_mentors_side_only(calm, curator):
    for person in (calm.mentee_people[0], calm.mentor.person):
        assert reason(calm) == ""
        withdraw_consent(actor=curator, consent=ConsentFactory(person=person, purpose="mentor_agreement"), withdrawn_on=TODAY)

    assert reason(calm) == "consent"
