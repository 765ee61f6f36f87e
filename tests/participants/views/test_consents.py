import datetime

import pytest
from django.urls import reverse

from mentoring.common.clock import today
from participants.models import Consent
from participants.views import consents
from tests.factories.participants import ConsentFactory, MenteeRecordFactory, PersonFactory

RECORD = "participants:consents_record"
SHEETS = {"purposes": ["processing", "participation"], "given_on": "2026-09-05"}


def test_sheets_of_many_people_are_recorded_at_once(sign_in, curator, programme, pupil):
    teacher = MenteeRecordFactory(programme=programme, person__teacher=True).person

    response = sign_in(curator).post(reverse(RECORD), SHEETS | {"people": [pupil.pk, teacher.pk]})

    assert response.url == reverse("participants:consents")
    assert Consent.objects.count() == 4


def test_nobody_ticked_is_told_and_the_sheet_stays(sign_in, curator, pupil):
    response = sign_in(curator).post(reverse(RECORD), SHEETS)

    assert response.context["form"].non_field_errors()
    assert not Consent.objects.exists()


def test_a_minor_without_a_representative_cannot_be_ticked(sign_in, curator, programme):
    person = MenteeRecordFactory(programme=programme).person
    client = sign_in(curator)

    text = client.get(reverse(RECORD)).text
    refused = client.post(reverse(RECORD), SHEETS | {"people": [person.pk]})

    assert reverse("participants:guardian_add", args=[person.pk]) in text
    assert refused.context["form"].non_field_errors()
    assert not Consent.objects.exists()


def test_tick_everybody_keeps_what_is_chosen_and_records_nothing(sign_in, curator, pupil):
    page = sign_in(curator).post(reverse(RECORD), {"all": "1", "purposes": ["publication"], "given_on": "2026-09-03"})

    assert page.context["ticked"] == {pupil.pk}
    assert page.context["form"]["given_on"].value() == "2026-09-03"
    assert page.context["form"]["purposes"].value() == ["publication"]
    assert not Consent.objects.exists()


def test_a_school_of_thousands_gets_as_many_rows_as_a_form_may_hold(sign_in, curator, programme, pupil, monkeypatch):
    monkeypatch.setattr(consents, "ROWS_SHOWN", 1)
    MenteeRecordFactory(programme=programme)

    page = sign_in(curator).get(reverse(RECORD))

    assert len(page.context["rows"]) == 1
    assert "Первые 1 из 2" in page.text


@pytest.mark.parametrize("value", ["x", "999999", ""])
def test_an_unknown_programme_in_the_address_shows_all(sign_in, curator, pupil, value):
    assert len(sign_in(curator).get(reverse(RECORD), {"programme": value}).context["rows"]) == 1


def test_who_has_both_consents_is_not_in_the_list(sign_in, curator, programme):
    MenteeRecordFactory(programme=programme, person__ready=True)

    assert sign_in(curator).get(reverse(RECORD)).context["rows"] == []


@pytest.mark.parametrize("wrong", [{"purposes": []}, {"given_on": "позавчера"}, {"given_on": (datetime.date(2999, 1, 1)).isoformat()}])
def test_a_wrong_form_records_nothing(sign_in, curator, pupil, wrong):
    response = sign_in(curator).post(reverse(RECORD), SHEETS | {"people": [pupil.pk]} | wrong)

    assert response.context["form"].errors
    assert not Consent.objects.exists()


def test_one_sheet_is_recorded_from_the_persons_page(sign_in, curator, pupil):
    words = {"purpose": "publication", "given_on": "2026-09-05", "signer": pupil.guardians.get().full_name}

    sign_in(curator).post(reverse("participants:consent_add", args=[pupil.pk]), words)

    assert Consent.objects.get().purpose == "publication"


def test_a_withdrawal_is_asked_for_its_day_and_recorded(sign_in, curator, pupil):
    consent = ConsentFactory(person=pupil)
    address = reverse("participants:consent_withdraw", args=[consent.pk])
    client = sign_in(curator)

    assert client.get(address).status_code == 200
    assert not Consent.objects.filter(withdrawal__isnull=False).exists()
    client.post(address, {"withdrawn_on": today().isoformat()})

    assert Consent.objects.get().withdrawal.withdrawn_on == today()


def test_the_register_shows_withdrawn_ones_and_filters_them(sign_in, curator, pupil):
    consent = ConsentFactory(person=pupil)
    client = sign_in(curator)
    client.post(reverse("participants:consent_withdraw", args=[consent.pk]), {"withdrawn_on": today().isoformat()})

    assert len(client.get(reverse("participants:consents"), {"state": "withdrawn"}).context["rows"]) == 1
    assert client.get(reverse("participants:consents"), {"state": "in_force"}).context["rows"] == []


@pytest.mark.parametrize("name", ["consents", "consents_record"])
def test_who_does_not_record_consents_is_kept_out(sign_in, director, name):
    assert sign_in(director).get(reverse(f"participants:{name}")).status_code == 403


@pytest.mark.parametrize("count", [1, 30])
def test_the_register_takes_the_same_queries_for_one_row_and_for_thirty(sign_in, curator, school, count, django_assert_num_queries):
    for _number in range(count):
        ConsentFactory(person=PersonFactory(school=school), recorded_by=curator)
    client = sign_in(curator)

    with django_assert_num_queries(9):
        client.get(reverse("participants:consents"))


@pytest.mark.parametrize("count", [1, 30])
def test_the_lacking_take_the_same_queries_for_one_row_and_for_thirty(sign_in, curator, programme, count, django_assert_num_queries):
    MenteeRecordFactory.create_batch(count, programme=programme)
    client = sign_in(curator)

    with django_assert_num_queries(9):
        client.get(reverse(RECORD))


def test_the_page_of_a_withdrawal_says_what_to_take_down_from_the_site(sign_in, curator, school):
    row = MenteeRecordFactory(programme__school=school, case_link="https://school.example/case")
    client = sign_in(curator)

    pages = {
        purpose: client.get(reverse("participants:consent_withdraw", args=[ConsentFactory(person=row.person, purpose=purpose).pk])).text
        for purpose in ("publication", "processing")
    }

    assert {purpose: "https://school.example/case" in page for purpose, page in pages.items()} == {"publication": True, "processing": False}
