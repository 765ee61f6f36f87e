import datetime
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from mentoring.common.clock import today
from participants.enums import ConsentPurpose
from participants.queries.standing import standings
from participants.queries.standing_list import people_with_standings
from participants.services import withdraw_consent
from tests.factories.participants import ConsentFactory, MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import ProgrammeFactory

URL = "participants:consent_standings"


@pytest.fixture
def programme(school):
    return ProgrammeFactory(school=school, ends_on=today() + datetime.timedelta(days=200))


@pytest.fixture
def people(programme, curator):
    """One for each state of the consent to processing; the withdrawn one had another that ran out before."""
    found = {
        state: MenteeRecordFactory(programme=programme, person__surname=state, person__class_name=f"{number}А").person
        for number, state in enumerate(("missing", "in_force", "ending", "expired", "withdrawn"), 5)
    }
    ConsentFactory(person=found["in_force"])
    ConsentFactory(person=found["ending"], valid_until=today() + datetime.timedelta(days=30))
    for state in ("expired", "withdrawn"):
        ConsentFactory(person=found[state], valid_until=today() - datetime.timedelta(days=1))
    last = ConsentFactory(person=found["withdrawn"], given_on=datetime.date(2026, 10, 1))
    withdraw_consent(actor=curator, consent=last, withdrawn_on=today())
    return found


def shown(sign_in, curator, **query) -> set[str]:
    return {row["object"].surname for row in sign_in(curator).get(reverse(URL), query).context["rows"]}


@pytest.mark.parametrize("state", ["missing", "in_force", "ending", "expired", "withdrawn"])
def test_people_are_found_by_the_state_of_one_purpose(sign_in, curator, people, state):
    assert shown(sign_in, curator, purpose="processing", state=state) == {state}


def test_without_a_purpose_missing_means_what_a_pair_needs_and_other_states_any(sign_in, curator, people):
    assert shown(sign_in, curator, state="missing") == set(people)
    assert shown(sign_in, curator, state="withdrawn") == {"withdrawn"}
    assert shown(sign_in, curator, purpose="processing") == set(people)
    assert shown(sign_in, curator, class_name="5а") == {"missing"}


def test_the_list_and_the_rule_of_the_steps_agree(curator, people):
    told = standings(people.values(), [ConsentPurpose.PROCESSING])
    rows = {person.pk: person.stands_processing for person in people_with_standings(curator)}

    assert {pk: {"ending": "in_force"}.get(state, state) for pk, state in rows.items()} == {
        person.pk: str(told.get((person.pk, "processing"), "missing")) for person in people.values()
    }


def test_a_teachers_yes_is_missing_only_where_a_teacher_leads(sign_in, curator, programme):
    leads = MentorRecordFactory(programme=programme, person__teacher=True).person
    MenteeRecordFactory(programme=programme, person__teacher=True)

    assert shown(sign_in, curator, purpose="mentor_agreement", state="missing") == {leads.surname}


def test_who_left_and_whose_programme_is_over_is_not_asked(sign_in, curator, school, programme):
    MenteeRecordFactory(programme=programme, left_on=today())
    MenteeRecordFactory(programme=ProgrammeFactory(school=school, ends_on=today() - datetime.timedelta(days=1)))

    assert shown(sign_in, curator) == set()


def test_the_filtered_list_leaves_as_a_workbook(sign_in, curator, people):
    response = sign_in(curator).get(reverse(URL), {"purpose": "processing", "state": "withdrawn", "export": "xlsx"})

    [_head, row] = load_workbook(BytesIO(b"".join(response.streaming_content))).active.iter_rows(values_only=True)
    assert row[0].startswith("withdrawn")
    assert row[2] == "отозвано"


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_does_not_grow(sign_in, curator, programme, count, django_assert_num_queries):
    for _number in range(count):
        ConsentFactory(person=MenteeRecordFactory(programme=programme).person)
    client = sign_in(curator)
    client.get(reverse(URL))

    with django_assert_num_queries(6):
        client.get(reverse(URL))
