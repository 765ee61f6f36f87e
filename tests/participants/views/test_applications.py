import datetime
import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from accounts.models import AuditEvent, PersonalLink
from accounts.services.links import issue_links, revoke_links, token_of
from mentoring.common.clock import today
from participants.models import Application, Consent, MenteeRecord, Person
from participants.services import applications
from tests.factories.participants import ApplicationFactory, PersonFactory
from tests.factories.programmes import ProgrammeFactory

TOKEN = re.compile(r"\b\w{64}\b")  # changes with every page
KEY = "0b9d7c1e-5a39-4c51-9a52-4f1f8a3f9d10"
VERA = {
    "surname": "Ёлкина",
    "name": "Вера",
    "patronymic": "Петровна",
    "kind": "pupil",
    "birth_date": "2013-03-12",
    "class_name": "7Б",
    "guardian": "Ёлкина Ольга Юрьевна",
    "words": "подтянуть дроби",
    "form_key": KEY,
}


@pytest.fixture
def programme(school):
    return ProgrammeFactory(school=school, ends_on=today() + datetime.timedelta(days=100))


@pytest.fixture
def address(curator, programme):
    link = issue_links(actor=curator, purpose="apply-mentee", subjects=[programme.pk], expires_on=today())[programme.pk]
    return reverse("participants:apply_mentee", args=[token_of(link)])


def accept(client, application, **words):
    page = client.get(f"{reverse('participants:mentee_add')}?application={application.pk}")
    initial = page.context["form"].initial | {"entered_on": today().isoformat()}
    said = {name: initial[name] for name in ("surname", "name", "patronymic", "kind", "class_name", "guardian", "request", "programme")}
    said |= {"birth_date": initial["birth_date"].isoformat(), "entered_on": initial["entered_on"], "guardian_basis": "parent"}
    return client.post(f"{reverse('participants:mentee_add')}?application={application.pk}", said | words)


def test_somebody_unknown_applies_and_the_curator_takes_them_in(client, sign_in, curator, programme, address):
    assert "Хочу, чтобы у меня был наставник" in client.get(address).text
    assert "Спасибо" in client.post(address, VERA).text
    assert (Person.objects.count(), Application.objects.count()) == (0, 1)
    application = Application.objects.get()
    assert application.full_name in sign_in(curator).get(reverse("participants:applications")).text
    assert "подтянуть дроби" in client.get(application.get_absolute_url()).text

    accept(client, application)

    record = MenteeRecord.objects.get()
    assert (record.person.full_name, record.request, record.programme) == ("Ёлкина Вера Петровна", "подтянуть дроби", programme)
    assert record.person.guardians.get().full_name == "Ёлкина Ольга Юрьевна"
    assert not Application.objects.exists()
    assert not Consent.objects.exists()


def test_a_minor_names_who_answers_for_them_and_an_adult_need_not(client, address):
    missing = client.post(address, VERA | {"guardian": ""})

    assert missing.context["form"].errors["guardian"]
    assert client.post(address, VERA | {"guardian": "", "kind": "teacher", "birth_date": "1980-05-17"}).context.get("form") is None
    assert Application.objects.count() == 1


def test_a_second_tap_sends_nothing_twice(client, address):
    for _tap in range(2):
        client.post(address, VERA)

    assert Application.objects.count() == 1


def test_the_page_says_the_same_whether_the_person_is_known_or_not(client, school, address):
    stranger = client.post(address, VERA).text
    PersonFactory(school=school, surname="Ёлкина", name="Вера", patronymic="Петровна", birth_date=datetime.date(2013, 3, 12))

    known = client.post(address, VERA | {"form_key": "1" + KEY[1:]}).text

    assert TOKEN.sub("", known) == TOKEN.sub("", stranger)


def test_who_is_in_a_base_already_is_met_by_the_check_of_twins(client, sign_in, curator, school, programme):
    known = PersonFactory(school=school, surname="Ёлкина", name="Вера", patronymic="Петровна", birth_date=datetime.date(2013, 3, 12))
    application = ApplicationFactory(
        programme=programme, surname="Ёлкина", name="Вера", patronymic="Петровна", birth_date=datetime.date(2013, 3, 12)
    )

    refused = accept(sign_in(curator), application)

    assert refused.context["duplicate"] == known
    assert (Person.objects.count(), Application.objects.count()) == (1, 1)


def test_a_refusal_deletes_what_was_said_and_the_journal_keeps_why_without_the_name(sign_in, curator, programme):
    application = ApplicationFactory(programme=programme)

    sign_in(curator).post(application.get_absolute_url(), {"reason": "уже в базе"})

    assert not Application.objects.exists()
    event = AuditEvent.objects.get(name="application.refused")
    assert event.details == {"reason": "уже в базе"}
    assert application.surname not in f"{event.subject} {event.details}"


@pytest.mark.parametrize("over", ["revoked", "expired", "programme"])
def test_a_link_that_is_over_takes_nothing(client, curator, programme, address, over):
    yesterday = today() - datetime.timedelta(days=1)
    if over == "revoked":
        revoke_links(actor=curator, purpose="apply-mentee", subject=programme.pk)
    elif over == "expired":
        PersonalLink.objects.update(expires_on=yesterday)
    else:
        type(programme).objects.update(ends_on=yesterday)

    assert [client.get(address).status_code, client.post(address, VERA).status_code] == [410, 410]
    assert not Application.objects.exists()


def test_a_link_of_one_base_or_school_opens_no_other(client, address):
    assert client.get(address.replace("mentee", "mentor")).status_code == 404
    assert client.get(address[:-4] + "AAA/").status_code == 404


def test_a_flood_is_stopped(client, address, monkeypatch):
    monkeypatch.setattr(applications, "AT_ONCE", 2)
    for number in range(3):
        page = client.post(address, VERA | {"form_key": f"{number}{KEY[1:]}"})
    assert (Application.objects.count(), bool(page.context["form"].non_field_errors())) == (2, True)
    cache.clear()
    monkeypatch.setattr(applications, "MOST_WAITING", 2)

    client.post(address, VERA | {"form_key": f"9{KEY[1:]}"})

    assert Application.objects.count() == 2


def test_the_sheet_is_printed_and_the_link_revoked_on_the_list(client, sign_in, curator, programme):
    words = {"programme": programme.pk, "base": "mentors", "expires_on": today().isoformat()}
    sheet = sign_in(curator).post(reverse("participants:application_link"), words)
    link = PersonalLink.objects.get()

    assert sheet.content[:4] == b"%PDF"
    assert programme.title in client.get(reverse("participants:applications")).text
    client.post(reverse("participants:application_link_revoke", args=[link.pk]))
    assert client.get(reverse("participants:apply_mentor", args=[token_of(link)])).status_code == 410


def test_an_application_of_another_base_or_one_decided_meanwhile_is_not_entered(sign_in, curator, programme):
    client, application = sign_in(curator), ApplicationFactory(programme=programme)
    address = f"{reverse('participants:mentor_add')}?application={application.pk}"

    assert client.get(address).status_code == 404
    assert client.get(f"{reverse('participants:mentee_add')}?application=abc").status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_does_not_grow(sign_in, curator, programme, count, django_assert_num_queries):
    for _number in range(count):
        ApplicationFactory(programme=programme)
    client = sign_in(curator)
    client.get(reverse("participants:applications"))

    with django_assert_num_queries(9):
        client.get(reverse("participants:applications"))
