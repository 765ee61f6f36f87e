"""The letter to those who have not read an order: a link, no names, once a day."""

import datetime

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.models import AuditEvent
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from reports.services import confirm_reading, letters, remind_readers
from tests.factories.accounts import UserFactory
from tests.factories.participants import GuardianFactory
from tests.factories.reports import signed_order

SITE = "https://tandem.school12.ru"


@pytest.fixture
def order(director, give_role):
    """The mentor and the guardian of the mentee have an account with an e-mail, nobody else."""
    order = signed_order(by=director, size=2)
    pair = order.pairs.with_names().first()
    pair.mentor.person.user = give_role(Role.MENTOR, user=UserFactory(email="mentor@school12.ru")).user
    pair.mentor.person.save()
    guardian = give_role(Role.GUARDIAN, user=UserFactory(email="mother@mail.ru")).user
    GuardianFactory(person=pair.mentee_people[0], user=guardian)
    return order


@pytest.fixture
def remind(order, curator, django_capture_on_commit_callbacks):
    def send(actor=curator):
        with django_capture_on_commit_callbacks(execute=True):
            return remind_readers(actor=actor, order=order, site=SITE)

    return send


def test_the_letter_leads_to_the_text_and_names_nobody(order, remind, mailoutbox):
    assert remind() == 2

    [letter] = mailoutbox
    assert (letter.to, letter.bcc) == ([], ["mentor@school12.ru", "mother@mail.ru"])
    assert SITE + reverse("reports:acknowledgement", args=[order.pk]) in letter.body
    words = letter.subject + letter.body
    assert [line.name for line in order.acknowledgements.all() if line.name.split()[0] in words] == []
    assert order.title not in words
    assert AuditEvent.objects.get(name="order.reminded").details == {"people": 2}


def test_an_order_is_reminded_of_once_a_day(order, remind, mailoutbox):
    remind()
    with pytest.raises(Refusal):
        remind()
    with clock.pretend(clock.today() + datetime.timedelta(days=1)):
        remind()

    assert len(mailoutbox) == 2


def test_whoever_has_read_the_order_gets_no_letter(order, remind, curator, mailoutbox):
    mentor = order.pairs.with_names().first().mentor.person
    confirm_reading(actor=mentor.user.memberships.get(), order=order)

    remind()

    assert [letter.bcc for letter in mailoutbox] == [["mother@mail.ru"]]


def test_whose_role_has_ended_gets_no_letter(order, remind, mailoutbox):
    order.pairs.with_names().first().mentor.person.user.memberships.update(ended_on=clock.today())

    assert remind() == 1
    assert [letter.bcc for letter in mailoutbox] == [["mother@mail.ru"]]


def test_many_addresses_go_in_letters_of_so_many(remind, mailoutbox, monkeypatch):
    monkeypatch.setattr(letters, "READERS", 1)

    remind()

    assert [letter.bcc for letter in mailoutbox] == [["mentor@school12.ru"], ["mother@mail.ru"]]


def test_with_nobody_to_write_to_the_curator_is_told_to_print(curator, director, mailoutbox):
    order = signed_order(by=director, size=1)

    with pytest.raises(Refusal):
        remind_readers(actor=curator, order=order, site=SITE)

    assert not order.acknowledgements.exclude(reminded_on=None).exists()


def test_the_sheet_names_those_whom_no_letter_reaches(sign_in, curator, order, remind):
    client, url = sign_in(curator), reverse("reports:order_sheet", args=[order.pk])
    pair, other = order.pairs.with_names()

    reminder = client.get(url).context["reminder"]

    assert {line.person_id for line in reminder.written} == {pair.mentor.person_id, pair.mentee_people[0].pk}
    assert {line.person_id for line in reminder.on_paper} == {None, other.mentor.person_id, other.mentee_people[0].pk}
    client.post(reverse("reports:order_sheet_remind", args=[order.pk]))
    assert client.get(url).context["reminder"].is_sent


@pytest.mark.parametrize("size", [1, 30])
def test_number_of_queries_of_the_curators_sheet_does_not_grow(sign_in, curator, director, size, django_assert_num_queries):
    order = signed_order(by=director, size=size)
    client = sign_in(curator)

    with django_assert_num_queries(10):
        assert client.get(reverse("reports:order_sheet", args=[order.pk])).status_code == 200
