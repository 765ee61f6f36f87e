import pytest

from monitoring.enums import ItemKind
from monitoring.models import Answer, Invitation
from tests.factories.monitoring import AnswerFactory, CampaignFactory, InvitationFactory, ItemFactory

LIST = "/monitoring/questionnaires/"


@pytest.fixture
def invitation(programme, mentee_actor):
    invitation = InvitationFactory(campaign=CampaignFactory(programme=programme), person__user=mentee_actor.user)
    ItemFactory(questionnaire=invitation.questionnaire)
    ItemFactory(questionnaire=invitation.questionnaire, code="glad", kind=ItemKind.YES_NO)
    ItemFactory(questionnaire=invitation.questionnaire, code="words", kind=ItemKind.OPEN)
    return invitation


def url(invitation, step=""):
    return f"{LIST}{invitation.pk}/{step}"


def test_own_list_shows_what_waits_and_what_is_answered(sign_in, mentee_actor, programme, invitation):
    InvitationFactory(campaign=invitation.campaign)
    done = InvitationFactory(campaign=CampaignFactory(programme=programme, wave="exit"), person=invitation.person, answered=True)

    context = sign_in(mentee_actor).get(LIST).context

    assert context["waiting"] == [invitation]
    assert context["answered"] == [done]
    assert context["waiting"][0].questions == 3


@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow_with_questionnaires(sign_in, mentee_actor, programme, invitation, number, django_assert_num_queries):
    if number > 1:
        Invitation.objects.all().delete()
        for side in ("mentor", "mentee"):
            for phase in ("quality", "influence"):
                for wave in ("entry", "exit"):
                    campaign = CampaignFactory(programme=programme, phase=phase, wave=wave)
                    InvitationFactory(campaign=campaign, person=invitation.person, side=side, answered=wave == "entry")
    client = sign_in(mentee_actor)

    with django_assert_num_queries(4):
        client.get(LIST)


def test_scale_is_ten_radio_buttons_with_labels(sign_in, mentee_actor, invitation):
    content = sign_in(mentee_actor).get(url(invitation)).content.decode().split("<main", 1)[1]

    assert content.count('name="involvement"') == 10
    assert content.count("<fieldset") == 2
    assert " required" not in content


def test_answers_are_sent_and_thanked_with_the_next(sign_in, mentee_actor, programme, invitation):
    campaign = CampaignFactory(programme=programme, phase="quality")
    following = InvitationFactory(campaign=campaign, person=invitation.person)

    response = sign_in(mentee_actor).post(url(invitation), {"involvement": "7", "glad": "no", "words": ""}, follow=True)

    assert response.request["PATH_INFO"] == url(invitation, "thanks/")
    assert response.context["following"] == following
    assert {answer.number for answer in Answer.objects.all()} == {7, 0}


def test_error_keeps_what_was_typed(sign_in, mentee_actor, invitation):
    response = sign_in(mentee_actor).post(url(invitation), {"involvement": "7", "words": "Жду помощи"})

    content = response.content.decode()
    assert response.context["form"].errors.keys() == {"glad"}
    assert "Жду помощи" in content
    assert 'value="7" id="id_involvement_6" checked' in content
    assert 'href="#id_glad_0"' in content
    assert not Answer.objects.exists()


def test_answered_questionnaire_is_read_only(sign_in, mentee_actor, invitation):
    client = sign_in(mentee_actor)
    client.post(url(invitation), {"involvement": "7", "glad": "yes", "words": ""})

    response = client.post(url(invitation), {"involvement": "1", "glad": "no", "words": ""}, follow=True)

    assert Answer.objects.get(item__code="involvement").number == 7
    assert [message.level_tag for message in response.context["messages"]] == ["info"]
    assert "<fieldset" not in response.content.decode().split("<main", 1)[1]


def test_closed_campaign_shows_no_form(sign_in, mentee_actor, programme):
    invitation = InvitationFactory(campaign=CampaignFactory(programme=programme, closed=True), person__user=mentee_actor.user)

    assert "<form" not in sign_in(mentee_actor).get(url(invitation)).content.decode().split("<main", 1)[1]


def test_curator_enters_a_paper_sheet_for_the_person_named(sign_in, curator, invitation):
    client = sign_in(curator)

    assert invitation.person.full_name in client.get(url(invitation)).content.decode()
    response = client.post(url(invitation), {"involvement": "7"})

    assert response.url == f"/monitoring/campaigns/{invitation.campaign_id}/?state=waiting"
    assert Invitation.objects.get().way == "paper"


def test_empty_paper_sheet_becomes_a_form_error(sign_in, curator, invitation):
    response = sign_in(curator).post(url(invitation), {})

    assert response.context["form"].non_field_errors()


def test_another_mentee_cannot_see_it(sign_in, mentor_actor, invitation):
    assert sign_in(mentor_actor).get(url(invitation)).status_code == 404


def test_director_may_not_read_named_answers(sign_in, director, invitation):
    AnswerFactory(invitation=invitation, item__code="words", number=None, text="Тайна")

    assert sign_in(director).get(url(invitation)).status_code == 403


def test_thanks_come_only_after_the_answers(sign_in, mentee_actor, invitation):
    assert sign_in(mentee_actor).get(url(invitation, "thanks/")).status_code == 404
