import datetime

import pytest
from django.urls import reverse

from jobs.models import Job
from mentoring.common.clock import pretend
from participants.enums import SheetState
from participants.models import Consent, ConsentSheet
from tests.factories.participants import ConsentFactory, ConsentSheetFactory, MenteeRecordFactory

PRINT, SHEETS = "participants:sheets_print", "participants:sheets"
DAY = datetime.date(2026, 9, 10)


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


@pytest.fixture
def sheet(programme, pupil):
    return ConsentSheetFactory(programme=programme, person=pupil)


def words(programme, **others):
    return {"programme": programme.pk, "purposes": ["processing", "participation"], "format": "pdf", "request_key": "k"} | others


def test_all_that_is_missing_goes_into_one_job(sign_in, curator, programme, pupil):
    ready = MenteeRecordFactory(programme=programme, person__ready=True).person

    response = sign_in(curator).post(reverse(PRINT), words(programme))

    assert response.url == Job.objects.get(whole__isnull=True).get_absolute_url()
    assert ConsentSheet.objects.filter(person=pupil).count() == 2
    assert not ConsentSheet.objects.filter(person=ready).exists()


@pytest.mark.parametrize("form,begun", [("zip", True), ("docx", False)])
def test_the_form_of_the_file_is_chosen(sign_in, curator, programme, pupil, form, begun):
    sign_in(curator).post(reverse(PRINT), words(programme, format=form))

    assert list(Job.objects.filter(whole__isnull=True).values_list("arguments", flat=True)) == ([{"format": form}] if begun else [])


@pytest.mark.parametrize("class_name, count", [("7Б", 2), ("8А", 0)])
def test_a_class_is_printed_alone(sign_in, curator, programme, pupil, class_name, count):
    MenteeRecordFactory(programme=programme, person__class_name="8А", person__ready=True)

    sign_in(curator).post(reverse(PRINT), words(programme, class_name=class_name))

    assert ConsentSheet.objects.count() == count


def test_one_person_is_printed_alone(sign_in, curator, programme, pupil):
    MenteeRecordFactory(programme=programme)

    sign_in(curator).post(f"{reverse(PRINT)}?person={pupil.pk}", words(programme))

    assert set(ConsentSheet.objects.values_list("person", flat=True)) == {pupil.pk}


@pytest.mark.parametrize("key", ["x", "999999"])
def test_an_unknown_person_is_not_found(sign_in, curator, programme, key):
    assert sign_in(curator).get(f"{reverse(PRINT)}?person={key}").status_code == 404


def test_nothing_missing_is_told_at_the_form(sign_in, curator, programme):
    response = sign_in(curator).post(reverse(PRINT), words(programme))

    assert response.context["form"].non_field_errors()
    assert not Job.objects.exists()


def test_a_school_without_a_programme_is_told_what_to_do(sign_in, curator):
    assert reverse("programmes:create") in sign_in(curator).get(reverse(PRINT)).text


def test_a_typed_code_opens_the_sheet_of_the_right_person(sign_in, curator, sheet):
    response = sign_in(curator).get(reverse("participants:sheet_find"), {"code": sheet.spaced_code.lower()}, follow=True)

    assert response.context["person"] == sheet.person


def test_a_wrong_code_is_told(sign_in, curator, sheet):
    response = sign_in(curator).get(reverse("participants:sheet_find"), {"code": "ABCDE"}, follow=True)

    assert response.request["PATH_INFO"] == reverse(SHEETS)
    assert "ABCDE" in response.text


def test_a_code_of_another_school_is_not_found(sign_in, give_role, other_school, sheet):
    stranger = give_role("curator")
    stranger.school = other_school
    stranger.save()

    assert sign_in(stranger).get(sheet.get_absolute_url()).status_code == 404


def test_the_sheet_is_handed_in_and_checked(sign_in, curator, sheet):
    client = sign_in(curator)

    client.post(reverse("participants:sheet_step", args=[sheet.pk, "hand_in"]))
    client.post(sheet.get_absolute_url(), {"given_on": DAY.isoformat(), "signer": sheet.person.guardians.get().full_name})

    sheet.refresh_from_db()
    assert (sheet.state, sheet.consent) == (SheetState.FILED, Consent.objects.get())
    assert client.get(sheet.get_absolute_url()).status_code == 200


def test_a_date_before_the_print_stays_in_the_form(sign_in, curator, sheet):
    response = sign_in(curator).post(sheet.get_absolute_url(), {"given_on": "2026-09-01", "signer": sheet.person.guardians.get().full_name})

    assert response.context["form"].non_field_errors()
    assert not Consent.objects.exists()


def test_a_minor_without_a_representative_gets_the_way_out(sign_in, curator, programme):
    sheet = ConsentSheetFactory(programme=programme, person=MenteeRecordFactory(programme=programme).person)

    text = sign_in(curator).get(sheet.get_absolute_url()).text

    assert reverse("participants:guardian_add", args=[sheet.person_id]) in text


def test_a_void_sheet_has_no_form(sign_in, curator, sheet):
    client = sign_in(curator)

    client.post(reverse("participants:sheet_step", args=[sheet.pk, "void"]))

    assert not client.get(sheet.get_absolute_url()).context["is_open"]


def test_an_unknown_step_is_not_found(sign_in, curator, sheet):
    assert sign_in(curator).post(reverse("participants:sheet_step", args=[sheet.pk, "file"])).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_the_same_queries_for_one_row_and_for_thirty(sign_in, curator, programme, count, django_assert_num_queries):
    for _turn in range(count):
        ConsentSheetFactory(programme=programme, person=MenteeRecordFactory(programme=programme).person)
    client = sign_in(curator)
    with django_assert_num_queries(6):
        response = client.get(reverse(SHEETS))

    assert len(response.context["rows"]) == count


def test_sheets_are_found_by_name_class_and_state(sign_in, curator, sheet):
    client = sign_in(curator)
    name = sheet.person.surname[:5]

    found = client.get(reverse(SHEETS), {"q": name, "class_name": "7б", "state": "issued", "purpose": sheet.purpose})
    missed = client.get(reverse(SHEETS), {"state": "void"})

    assert (len(found.context["rows"]), len(missed.context["rows"])) == (1, 0)


def test_consents_whose_term_is_over_are_listed(sign_in, curator, pupil):
    ConsentFactory(person=pupil, valid_until=DAY - datetime.timedelta(days=1), given_on=datetime.date(2025, 9, 1))
    ConsentFactory(person=pupil, valid_until=DAY + datetime.timedelta(days=9), given_on=datetime.date(2026, 9, 1))
    client = sign_in(curator)

    rows = {
        state: len(client.get(reverse("participants:consents"), {"state": state}).context["rows"])
        for state in ("in_force", "ending", "expired", "withdrawn")
    }

    assert rows == {"in_force": 1, "ending": 1, "expired": 1, "withdrawn": 0}
    assert client.get(reverse("participants:consents")).context["ended"] == 1


def test_the_page_of_a_person_shows_the_sheets_that_are_out(sign_in, curator, sheet):
    assert sheet.get_absolute_url() in sign_in(curator).get(sheet.person.get_absolute_url()).text
