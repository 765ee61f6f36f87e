"""A half-filled questionnaire of entry survives an interruption."""

import datetime

import pytest
from django.urls import reverse

from accounts.services.links import issue_links, token_of
from mentoring.common.clock import today
from participants.models import EntryAnswers, EntryDraft
from tests.factories.participants import EntryAnswersFactory, EntryDraftFactory, MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import ProgrammeFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def programme(school):
    return ProgrammeFactory(school=school, ends_on=today() + datetime.timedelta(days=100))


@pytest.fixture
def record(programme):
    return MenteeRecordFactory(programme=programme)


@pytest.fixture
def address(curator, record):
    link = issue_links(actor=curator, purpose="entry-mentee", subjects=[record.pk], expires_on=today())[record.pk]
    return reverse("participants:entry_mentee", args=[token_of(link)])


def test_what_was_kept_by_the_button_stands_in_the_form_again(client, address):
    client.post(address, {"request": "подтянуть дроби", "draft": "1"})

    page = client.get(address).content.decode()

    assert "подтянуть дроби" in page
    assert "Это черновик" in page
    assert not EntryAnswers.objects.exists()


def test_a_draft_is_kept_in_the_background_while_somebody_writes(client, address):
    client.post(address, {"request": "подтянуть", "draft": "1"}, headers=HTMX)
    answer = client.post(address, {"request": "подтянуть дроби", "draft": "1"}, headers=HTMX).content.decode()

    assert "Сохранено в" in answer
    assert "<form" not in answer
    assert EntryDraft.objects.get().answers == {"request": "подтянуть дроби"}


def test_a_wrong_answer_keeps_the_others_and_is_told(client, address):
    wrong = {"request": "подтянуть дроби", "time": "в" * 121, "draft": "1"}

    answer = client.post(address, wrong, headers=HTMX).content.decode()
    page = client.post(address, wrong).content.decode()

    assert EntryDraft.objects.get().answers == {"request": "подтянуть дроби"}
    assert "Эти ответы не сохранены" in answer
    assert "в" * 121 in page


def test_a_draft_goes_when_it_is_sent_or_emptied(client, address):
    client.post(address, {"request": "подтянуть дроби", "draft": "1"})
    client.post(address, {"request": "", "draft": "1"})
    assert not EntryDraft.objects.exists()

    client.post(address, {"request": "подтянуть дроби", "draft": "1"})
    client.post(address, {"request": "подтянуть дроби"})

    assert not EntryDraft.objects.exists()
    assert EntryAnswers.objects.count() == 1


def test_a_draft_stands_before_earlier_answers(client, programme, record, address):
    EntryAnswersFactory(programme=programme, person=record.person, base="mentees", answers={"request": "старый запрос"})
    EntryDraftFactory(programme=programme, person=record.person, base="mentees", way="link", answers={"request": "новый запрос"})

    page = client.get(address).content.decode()

    assert "новый запрос" in page
    assert "старый запрос" not in page


def test_copying_from_paper_may_stop_half_way(sign_in, curator, record):
    client, paper = sign_in(curator), reverse("participants:entry_paper", args=["mentees", record.pk])

    client.post(paper, {"request": "подтянуть дроби", "draft": "1"})

    assert "подтянуть дроби" in client.get(paper).content.decode()
    assert not EntryAnswers.objects.exists()


def test_staff_are_told_that_a_draft_is_there_but_not_what_it_says(sign_in, curator, programme):
    mentor = MentorRecordFactory(programme=programme)
    EntryDraftFactory(programme=programme, person=mentor.person, way="link", answers={"competences": "тайное слово"})
    client = sign_in(curator)

    pages = [
        client.get(reverse("participants:entry_mentors")),
        client.get(reverse("participants:entry", args=["mentors", mentor.pk])),
        client.get(reverse("participants:entry_paper", args=["mentors", mentor.pk])),
    ]

    assert "начата, не отправлена" in pages[0].content.decode()
    assert "Есть черновик" in pages[1].content.decode()
    assert not any("тайное слово" in page.content.decode() for page in pages)


def test_a_link_that_is_over_keeps_nothing(client, record, address):
    record.left_on = today()
    record.save(update_fields=["left_on"])

    assert client.post(address, {"request": "подтянуть дроби", "draft": "1"}).status_code == 410
    assert not EntryDraft.objects.exists()


def test_a_link_is_made_for_one_person_on_the_page(sign_in, curator, record):
    client = sign_in(curator)

    client.post(reverse("participants:entry_issue", args=["mentees", record.pk]))
    page = client.get(reverse("participants:entry", args=["mentees", record.pk])).content.decode()

    assert "/people/q/mentee/" in page
    assert reverse("participants:entry_issue", args=["mentees", record.pk]) not in page
