import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.models import AuditEvent
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from monitoring.enums import ItemKind
from monitoring.models import Answer, Invitation
from monitoring.services import submit_answers
from participants.services import withdraw_consent
from tests.factories.monitoring import CampaignFactory, InvitationFactory, ItemFactory

VALUES = {"involvement": 7, "glad": True, "often": "редко", "words": "  Спасибо  "}


@pytest.fixture
def invitation(programme, mentee_actor):
    """A questionnaire of every kind of question for the person behind `mentee_actor`."""
    invitation = InvitationFactory(campaign=CampaignFactory(programme=programme), person__user=mentee_actor.user)
    questionnaire = invitation.questionnaire
    ItemFactory(questionnaire=questionnaire)
    ItemFactory(questionnaire=questionnaire, code="glad", kind=ItemKind.YES_NO)
    ItemFactory(questionnaire=questionnaire, code="often", kind=ItemKind.SINGLE, options=["часто", "редко"])
    ItemFactory(questionnaire=questionnaire, code="words", kind=ItemKind.OPEN)
    ItemFactory(questionnaire=questionnaire, code="only_at_exit", expected="")
    return invitation


def test_answers_are_written_by_kind(mentee_actor, invitation):
    submit_answers(actor=mentee_actor, invitation=invitation, values=VALUES)

    assert {answer.item.code: (answer.number, answer.text) for answer in Answer.objects.select_related("item")} == {
        "involvement": (7, ""),
        "glad": (1, ""),
        "often": (None, "редко"),
        "words": (None, "Спасибо"),
    }
    invitation.refresh_from_db()
    assert invitation.answered_by == mentee_actor
    assert invitation.way == "account"


def test_journal_holds_no_answers(mentee_actor, invitation):
    submit_answers(actor=mentee_actor, invitation=invitation, values=VALUES)

    assert AuditEvent.objects.get().details == {"way": "from the account"}


def test_second_submit_changes_nothing(mentee_actor, invitation):
    submit_answers(actor=mentee_actor, invitation=invitation, values=VALUES)

    with pytest.raises(Refusal, match="already been answered"):
        submit_answers(actor=mentee_actor, invitation=invitation, values=VALUES | {"involvement": 1})
    assert Answer.objects.get(item__code="involvement").number == 7


@pytest.mark.parametrize(
    "code, value, sentence",
    [
        ("involvement", None, "no answer"),
        ("involvement", 0, "1 to 10"),
        ("involvement", 11, "1 to 10"),
        ("involvement", "много", "1 to 10"),
        ("glad", "maybe", "yes or no"),
        ("often", "иногда", "offered"),
    ],
)
def test_wrong_value_is_refused_and_leaves_nothing_behind(mentee_actor, invitation, code, value, sentence):
    with pytest.raises(Refusal, match=sentence):
        submit_answers(actor=mentee_actor, invitation=invitation, values=VALUES | {code: value})
    assert not Answer.objects.exists()
    assert not AuditEvent.objects.exists()
    assert Invitation.objects.get().answered_at is None


def test_open_question_may_stay_empty(mentee_actor, invitation):
    submit_answers(actor=mentee_actor, invitation=invitation, values=VALUES | {"words": ""})

    assert Answer.objects.count() == 3


def test_paper_sheet_is_entered_with_its_gaps(curator, invitation):
    submit_answers(actor=curator, invitation=invitation, values={"involvement": 7})

    invitation.refresh_from_db()
    assert Answer.objects.count() == 1
    assert invitation.way == "paper"


def test_empty_paper_sheet_is_refused(curator, invitation):
    with pytest.raises(Refusal, match="at least one"):
        submit_answers(actor=curator, invitation=invitation, values={})


def test_closed_campaign_takes_no_answers(curator, programme):
    invitation = InvitationFactory(campaign=CampaignFactory(programme=programme, closed=True))

    with pytest.raises(Refusal, match="closed"):
        submit_answers(actor=curator, invitation=invitation, values={"involvement": 7})


def test_another_person_may_not_answer(mentor_actor, director, invitation):
    for actor in (mentor_actor, director):
        with pytest.raises(PermissionDenied):
            submit_answers(actor=actor, invitation=invitation, values=VALUES)


def test_time_and_author_of_an_answer_do_not_part(invitation):
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(answered_at="2026-11-05T12:00Z")


@pytest.fixture
def withdrawn(curator, invitation):
    [consent] = invitation.person.consents.filter(purpose="processing")
    withdraw_consent(actor=curator, consent=consent, withdrawn_on=today())


@pytest.mark.parametrize("way", ["account", "paper"])
def test_nobody_answers_for_a_person_whose_data_may_not_be_processed(curator, mentee_actor, invitation, withdrawn, way):
    with pytest.raises(Refusal, match="Ученикова"):
        submit_answers(actor=mentee_actor if way == "account" else curator, invitation=invitation, values=VALUES)

    assert not Answer.objects.exists()


def test_a_consent_that_was_never_given_closes_the_questionnaire_and_one_that_ran_out_does_not(mentee_actor, invitation):
    consents = invitation.person.consents.filter(purpose="processing")
    consents.update(valid_until=today() - datetime.timedelta(days=1))
    submit_answers(actor=mentee_actor, invitation=invitation, values=VALUES)
    again = InvitationFactory(campaign=invitation.campaign, person__user=mentee_actor.user, side="mentor")
    again.person.consents.all().delete()

    with pytest.raises(Refusal):
        submit_answers(actor=mentee_actor, invitation=again, values=VALUES)
