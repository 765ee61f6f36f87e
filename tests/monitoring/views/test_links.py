import datetime
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import AuditEvent, PersonalLink
from accounts.services.links import issue_links, token_of
from mentoring.common.clock import today
from monitoring.models import Answer, Campaign, Invitation
from participants.services import withdraw_consent
from tests.factories.monitoring import CampaignFactory, InvitationFactory, ItemFactory

GIVEN = {"involvement": "7"}


@pytest.fixture
def invitation(programme):
    invitation = InvitationFactory(campaign=CampaignFactory(programme=programme))
    ItemFactory(questionnaire=invitation.questionnaire)
    return invitation


@pytest.fixture
def address(curator, invitation):
    link = issue_links(actor=curator, purpose="questionnaire", subjects=[invitation.pk], expires_on=today())[invitation.pk]
    return reverse("monitoring:answer_link", args=[token_of(link)])


def text_of(response) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(response.content)).pages)


def test_a_link_answers_without_a_sign_in_and_names_no_member(client, invitation, address):
    page = client.get(address).content.decode()
    thanks = client.post(address, GIVEN).content.decode()

    invitation.refresh_from_db()
    assert invitation.person.full_name in page
    assert "Спасибо" in thanks
    assert Answer.objects.get().number == 7
    assert (invitation.way, invitation.answered_by) == ("link", None)
    assert PersonalLink.objects.get().used_at is not None
    assert "по личной ссылке" in AuditEvent.objects.get(name="invitation.answered").by_name


def test_a_link_answers_once_and_never_shows_the_answers(client, invitation, address):
    client.post(address, GIVEN)

    again = client.post(address, {"involvement": "1"})

    assert again.status_code == 410
    assert "Ответы остаются такими" in again.content.decode()
    assert "involvement" not in again.content.decode()
    assert Answer.objects.get().number == 7


def test_an_unanswered_question_is_told_and_nothing_is_written(client, invitation, address):
    page = client.post(address, {"involvement": ""}).content.decode()

    assert "Выберите ответ" in page
    assert not Answer.objects.exists()


def test_a_closed_campaign_says_so_and_takes_nothing(client, invitation, address):
    Campaign.objects.update(state="closed", closed_on=datetime.date(2026, 11, 12))

    response = client.post(address, GIVEN)

    assert response.status_code == 410
    assert "12 ноября 2026" in response.content.decode()
    assert not Answer.objects.exists()


def test_a_revoked_link_opens_nothing(client, sign_in, curator, invitation, address):
    page = sign_in(curator).get(invitation.get_absolute_url()).content.decode()
    client.post(reverse("monitoring:link_revoke", args=[invitation.pk]))
    client.logout()

    assert address in page
    assert client.post(address, GIVEN).status_code == 410
    assert not Answer.objects.exists()
    assert AuditEvent.objects.filter(name="personallink.revoked").count() == 1


def test_a_link_for_another_purpose_or_of_another_school_opens_no_questionnaire(client, curator, other_school, invitation, address):
    other = issue_links(actor=curator, purpose="entry-mentee", subjects=[invitation.pk], expires_on=today())[invitation.pk]
    foreign = address.replace(f"{invitation.school_id}-", f"{other_school.pk}-")
    PersonalLink.objects.filter(purpose="questionnaire").update(school=other_school)

    assert client.get(reverse("monitoring:answer_link", args=[token_of(other)])).status_code == 404
    assert client.get(foreign).status_code == 404
    assert client.get(address).status_code == 404


def test_cards_are_printed_for_those_of_the_class_who_have_not_answered(sign_in, curator, invitation):
    answered = InvitationFactory(campaign=invitation.campaign, answered=True)
    elsewhere = InvitationFactory(campaign=invitation.campaign, person__class_name="8А")
    facts = {"class_name": invitation.person.class_name, "expires_on": today().isoformat()}

    text = text_of(sign_in(curator).post(reverse("monitoring:links", args=[invitation.campaign_id]), facts))

    assert invitation.person.full_name in text
    assert answered.person.full_name not in text
    assert elsewhere.person.full_name not in text
    assert list(PersonalLink.objects.values_list("subject", flat=True)) == [invitation.pk]


@pytest.mark.parametrize("over, told", [("answered", "Печатать нечего"), ("closed", "Откройте их снова")])
def test_printing_in_vain_says_why(sign_in, curator, invitation, over, told):
    if over == "closed":
        Campaign.objects.update(state="closed", closed_on=datetime.date(2026, 11, 12))
    else:
        Invitation.objects.update(answered_at="2026-11-05T12:00Z", way="link")

    response = sign_in(curator).post(reverse("monitoring:links", args=[invitation.campaign_id]), {"expires_on": today().isoformat()})

    assert told in response.content.decode()
    assert not PersonalLink.objects.exists()


def test_a_withdrawn_consent_closes_the_link_and_the_page_and_says_why(client, sign_in, curator, invitation, address):
    [consent] = invitation.person.consents.filter(purpose="processing")
    withdraw_consent(actor=curator, consent=consent, withdrawn_on=today())

    by_link = client.get(address)
    sent = client.post(address, GIVEN)
    by_staff = sign_in(curator).get(invitation.get_absolute_url())

    assert (by_link.status_code, sent.status_code) == (410, 410)
    assert ["обработка персональных данных – отозвано" in page.text for page in (by_link, sent, by_staff)] == [True] * 3
    assert not Answer.objects.exists()
