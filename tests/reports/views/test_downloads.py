from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import AuditEvent
from jobs.models import Job
from tests.factories.participants import MentorRecordFactory
from tests.factories.programmes import ProgrammeFactory

URL = reverse("reports:reports")


@pytest.fixture
def programme(school):
    return ProgrammeFactory(school=school)


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_does_not_grow_with_the_programmes(sign_in, director, school, count, django_assert_num_queries):
    client = sign_in(director)
    for _number in range(count):
        ProgrammeFactory(school=school)

    with django_assert_num_queries(6):
        assert client.get(URL).status_code == 200


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_asking_twice_with_one_key_starts_one_job(sign_in, administrator, programme, kind):
    client = sign_in(administrator)
    address = reverse(f"reports:monitoring_report_{kind}", args=[programme.pk])

    for _click in range(2):
        assert client.post(address, {"request_key": "a1"}).url == URL

    job = Job.objects.get()
    assert (job.kind, job.arguments["programme_id"]) == (f"monitoring_report_{kind}", programme.pk)
    assert job.title in client.get(URL).content.decode()


def test_a_later_page_asks_anew(sign_in, administrator, programme):
    client = sign_in(administrator)
    for key in ("a1", "b2"):
        client.post(reverse("reports:monitoring_report_pdf", args=[programme.pk]), {"request_key": key})

    assert Job.objects.count() == 2


def test_base_comes_as_a_workbook_and_the_journal_knows(sign_in, director, programme):
    record = MentorRecordFactory(programme=programme)

    response = sign_in(director).post(reverse("reports:base_export", args=[programme.pk, "mentors"]))

    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    assert (sheet["B1"].value, sheet["B2"].value) == ("ФИО наставника", record.person.full_name)
    assert AuditEvent.objects.get(name="base.exported").details == {"base": "mentors"}


def test_administration_sees_no_bases(sign_in, administrator, programme):
    client = sign_in(administrator)
    address = reverse("reports:base_export", args=[programme.pk, "mentors"])

    assert address not in client.get(URL).content.decode()
    assert client.post(address).status_code == 403


def test_unknown_base_is_not_found(sign_in, director, programme):
    assert sign_in(director).post(reverse("reports:base_export", args=[programme.pk, "parents"])).status_code == 404


def test_bases_are_not_read_by_get(sign_in, director, programme):
    assert sign_in(director).get(reverse("reports:base_export", args=[programme.pk, "mentors"])).status_code == 405
