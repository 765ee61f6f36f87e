import datetime
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import AuditEvent, PersonalLink
from accounts.services.links import issue_links, revoke_links, token_of
from mentoring.common.clock import today
from participants.models import EntryAnswers
from participants.services import withdraw_consent
from tests.factories.participants import (
    ChosenGateFactory,
    ConsentFactory,
    EntryAnswersFactory,
    MenteeRecordFactory,
    MentorRecordFactory,
    TopicFactory,
)
from tests.factories.programmes import ProgrammeFactory

LATER = datetime.timedelta(days=100)


@pytest.fixture
def programme(school):
    return ProgrammeFactory(school=school, ends_on=today() + LATER)


@pytest.fixture
def record(programme):
    return MenteeRecordFactory(programme=programme, request="")


@pytest.fixture
def address(curator, record):
    link = issue_links(actor=curator, purpose="entry-mentee", subjects=[record.pk], expires_on=today())[record.pk]
    return reverse("participants:entry_mentee", args=[token_of(link)])


def text_of(response) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(response.content)).pages)


def test_pupil_answers_from_a_phone_without_a_sign_in(client, record, address, school):
    topic = TopicFactory(school=school, title="Математика")

    page = client.get(address).content.decode()
    response = client.post(address, {"help": [topic.pk], "request": "подтянуть дроби"})

    assert record.person.full_name in page
    assert "Математика" in page
    assert "Спасибо" in response.content.decode()
    assert EntryAnswers.objects.get().answers == {"help": [topic.pk], "request": "подтянуть дроби"}


def test_nothing_that_was_written_is_lost_on_an_error(client, address):
    page = client.post(address, {"request": "подтянуть дроби", "time": "в" * 121}).content.decode()

    assert "подтянуть дроби" in page
    assert not EntryAnswers.objects.exists()


def test_opened_again_the_link_shows_the_last_answers(client, address):
    client.post(address, {"request": "подтянуть дроби"})

    assert "подтянуть дроби" in client.get(address).content.decode()


@pytest.mark.parametrize("lost", ["left", "revoked", "withdrawn"])
def test_link_closes_when_the_person_has_left_or_the_curator_revokes_it(client, curator, record, address, lost):
    if lost == "left":
        record.left_on = today()
        record.save(update_fields=["left_on"])
    elif lost == "withdrawn":
        withdraw_consent(actor=curator, consent=ConsentFactory(person=record.person), withdrawn_on=today())
    else:
        revoke_links(actor=curator, purpose="entry-mentee", subject=record.pk)

    assert client.get(address).status_code == 410
    assert client.post(address, {"request": "подтянуть дроби"}).status_code == 410
    assert not EntryAnswers.objects.exists()


def test_curator_revokes_a_link_and_the_card_opens_nothing(client, sign_in, curator, record, address):
    step = reverse("participants:entry_revoke", args=["mentees", record.pk])

    person = sign_in(curator).get(record.person.get_absolute_url()).content.decode()
    page = client.get(reverse("participants:entry", args=["mentees", record.pk])).content.decode()
    client.post(step)

    assert step in person
    assert step in page
    assert AuditEvent.objects.filter(name="personallink.revoked").count() == 1
    client.logout()
    assert client.get(address).status_code == 410


def test_a_second_press_says_that_nothing_is_left_to_revoke(sign_in, curator, record, address):
    step = reverse("participants:entry_revoke", args=["mentees", record.pk])
    sign_in(curator).post(step)

    page = sign_in(curator).post(step, follow=True).content.decode()

    assert "Отзывать нечего" in page
    assert step not in page
    assert AuditEvent.objects.filter(name="personallink.revoked").count() == 1


def test_list_finds_who_holds_a_link_in_silence(sign_in, curator, programme, record, address):
    MenteeRecordFactory(programme=programme)

    page = sign_in(curator).get(reverse("participants:entry_mentees"), {"state": "linked"})

    assert len(page.context["rows"]) == 1


def test_link_of_a_mentee_opens_no_questionnaire_of_mentors(client, address):
    assert client.get(address.replace("mentee", "mentor")).status_code == 404


def test_links_are_printed_for_those_of_the_class_who_have_not_answered(sign_in, curator, programme, record):
    answered = MenteeRecordFactory(programme=programme)
    EntryAnswersFactory(programme=programme, person=answered.person, base="mentees")
    other_class = MenteeRecordFactory(programme=programme, person__class_name="8А")
    facts = {"programme": programme.pk, "class_name": "7б", "expires_on": today().isoformat()}

    response = sign_in(curator).post(reverse("participants:entry_links", args=["mentees"]), facts)

    text = text_of(response)
    assert record.person.full_name in text
    assert answered.person.full_name not in text
    assert other_class.person.full_name not in text
    assert list(PersonalLink.objects.values_list("subject", flat=True)) == [record.pk]


def test_printing_when_everybody_has_answered_says_so(sign_in, curator, programme):
    response = sign_in(curator).post(
        reverse("participants:entry_links", args=["mentees"]), {"programme": programme.pk, "expires_on": today().isoformat()}
    )

    assert "Печатать нечего" in response.content.decode()


def test_blank_has_every_question_and_topic(sign_in, curator, school):
    TopicFactory(school=school, title="Математика")

    text = text_of(sign_in(curator).get(reverse("participants:entry_blank", args=["mentees"])))

    assert "С чем вам нужна поддержка?" in text
    assert "Математика" in text


@pytest.mark.parametrize("rows", [1, 30])
def test_list_costs_the_same_for_one_and_for_thirty_people(sign_in, curator, programme, rows, django_assert_num_queries):
    for record in MentorRecordFactory.create_batch(rows, programme=programme):
        EntryAnswersFactory(programme=programme, person=record.person)
    client = sign_in(curator)

    with django_assert_num_queries(7):
        client.get(reverse("participants:entry_mentors"))


@pytest.mark.parametrize("state, found", [("none", 1), ("waiting", 1), ("confirmed", 0)])
def test_list_finds_who_has_not_answered(sign_in, curator, programme, state, found):
    answered, _silent = MentorRecordFactory.create_batch(2, programme=programme)
    EntryAnswersFactory(programme=programme, person=answered.person)

    page = sign_in(curator).get(reverse("participants:entry_mentors"), {"state": state})

    assert len(page.context["rows"]) == found


def test_curator_sees_what_would_change_and_takes_it(sign_in, curator, programme):
    mentor = MentorRecordFactory(programme=programme, competences="физика")
    EntryAnswersFactory(programme=programme, person=mentor.person)
    address = reverse("participants:entry", args=["mentors", mentor.pk])

    page = sign_in(curator).get(address)
    facts = {"number": 1, "seen": page.context["seen"], "codes": ["competences", "time"]}
    sign_in(curator).post(reverse("participants:entry_confirm", args=["mentors", mentor.pk]), facts)

    mentor.refresh_from_db()
    assert "заменит" in page.content.decode()
    assert (mentor.competences, mentor.time_resource) == ("объясняю дроби", "по вторникам")


def test_obstacle_leads_to_the_questionnaire(sign_in, curator, record):
    ChosenGateFactory(programme=record.programme, gate="questionnaire")

    page = sign_in(curator).get(reverse("participants:obstacles")).content.decode()

    assert reverse("participants:entry", args=["mentees", record.pk]) in page


@pytest.mark.parametrize("kind, asked, spared", [("pupil", "Выбор профессии", "Аттестация"), ("teacher", "Аттестация", "Выбор профессии")])
def test_everybody_is_asked_about_what_may_concern_them(sign_in, curator, programme, school, kind, asked, spared):
    TopicFactory(school=school, group="career", title="Выбор профессии")
    TopicFactory(school=school, group="method", title="Аттестация")
    record = MenteeRecordFactory(programme=programme, person__kind=kind)

    page = sign_in(curator).get(reverse("participants:entry_paper", args=["mentees", record.pk])).content.decode()

    assert asked in page
    assert spared not in page
