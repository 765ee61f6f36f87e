import pytest

from accounts.enums import Role
from monitoring.story_parts import questionnaires
from tests.factories.monitoring import AnswerFactory, InvitationFactory


@pytest.fixture
def invitation(programme, mentee_actor):
    asked = InvitationFactory(answered=True, campaign__programme=programme, person__user=mentee_actor.user)
    return AnswerFactory(text="тайный ответ", invitation=asked).invitation


def test_that_a_questionnaire_was_answered_is_told_to_its_keepers_and_to_the_person(invitation, curator, mentee_actor):
    for actor in (curator, mentee_actor):
        [event] = questionnaires(invitation.person, actor)
        assert invitation.questionnaire.title in event.sentence
        assert "тайный" not in f"{event.sentence} {event.note}"
        assert event.url == ""


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.CURATOR, Role.COORDINATOR)])
def test_nobody_else_learns_even_that(invitation, give_role, role):
    assert list(questionnaires(invitation.person, give_role(role))) == []


def test_what_is_not_answered_is_no_event(programme, curator):
    assert list(questionnaires(InvitationFactory(campaign__programme=programme).person, curator)) == []


@pytest.mark.parametrize("rows", [1, 30])
def test_one_query_for_few_and_for_many(programme, curator, invitation, rows, django_assert_num_queries):
    for number in range(rows - 1):
        InvitationFactory(campaign=invitation.campaign, person=invitation.person, side="mentee" if number % 2 else "mentor", answered=True)

    with django_assert_num_queries(1):
        list(questionnaires(invitation.person, curator))
