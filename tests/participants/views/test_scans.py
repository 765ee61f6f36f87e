import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import AuditEvent
from jobs.enums import JobState
from jobs.models import WorkerHeartbeat
from mentoring.common.clock import pretend
from participants.enums import PageState
from participants.models import ScanBatch
from tests.factories.participants import ConsentFactory, GuardianFactory, MenteeRecordFactory, PersonFactory
from tests.factories.scans import ScanBatchFactory, ScanPageFactory
from tests.participants.scanner import empty_page, scan

DAY = datetime.date(2026, 9, 10)


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


@pytest.fixture
def page(curator):
    return ScanPageFactory(batch__uploaded_by=curator)


def address(name, row) -> str:
    return reverse(f"participants:{name}", args=[row.pk])


def upload(client, content: bytes, name="скан.pdf", **others):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("participants:scan_upload"), {"file": file, "given_on": "10.09.2026", "looked": "on"} | others)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_asks_the_same_queries_for_any_number_of_rows(sign_in, curator, rows, django_assert_num_queries):
    for batch in ScanBatchFactory.create_batch(rows, uploaded_by=curator):
        ScanPageFactory(batch=batch)
    client = sign_in(curator)

    with django_assert_num_queries(6):
        response = client.get(reverse("participants:scans"))

    assert response.status_code == 200


@pytest.mark.parametrize("pages", [1, 30])
def test_an_upload_asks_the_same_queries_for_any_number_of_pages(sign_in, curator, pages, django_assert_num_queries):
    batch = ScanBatchFactory(uploaded_by=curator)
    ScanPageFactory.create_batch(pages, batch=batch)
    client = sign_in(curator)

    with django_assert_num_queries(6):
        response = client.get(batch.get_absolute_url())

    assert len(response.context["open_pages"]) == pages


def test_an_uploaded_scan_leads_to_its_pages(sign_in, curator):
    response = upload(sign_in(curator), scan([empty_page()]))

    batch = ScanBatch.objects.get()
    assert (response.url, batch.given_on, batch.file.name) == (batch.get_absolute_url(), DAY, "скан.pdf")


@pytest.mark.parametrize(
    "content, name, others",
    [(b"not a pdf", "скан.pdf", {}), (b"", "скан.pdf", {}), (None, "скан.pdf", {"looked": ""}), (None, "a.exe", {})],
)
def test_a_wrong_upload_is_told_and_nothing_is_kept(sign_in, curator, content, name, others):
    response = upload(sign_in(curator), scan([empty_page()]) if content is None else content, name=name, **others)

    assert response.context["form"].errors
    assert not ScanBatch.objects.exists()


def test_while_the_pages_are_read_the_page_asks_again(sign_in, curator):
    WorkerHeartbeat.beat()
    batch = ScanBatchFactory(uploaded_by=curator, job__state=JobState.IN_PARTS, job__done=3, job__total=4)
    client = sign_in(curator)

    text = client.get(batch.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()

    assert 'value="75"' in text
    assert "<html" not in text


def test_an_unread_page_offers_the_neighbours_and_the_people_that_are_sought(sign_in, curator, page):
    consent = ConsentFactory()
    ScanPageFactory(batch=page.batch, number=page.number + 1, state=PageState.FILED, consent=consent, reason="")
    sought = PersonFactory(school=page.school, surname="Ёжикова")

    text = sign_in(curator).get(page.get_absolute_url() + "?q=ежик").content.decode()

    assert f"?person={consent.person_id}" in text
    assert f"?person={sought.pk}" in text


def test_an_unread_page_is_filed_for_the_chosen_person(sign_in, curator, page, school):
    person = MenteeRecordFactory(person__school=school).person
    GuardianFactory(person=person)

    words = {"purpose": "processing", "given_on": "09.09.2026", "signer": person.guardians.get().full_name}
    response = sign_in(curator).post(f"{page.get_absolute_url()}?person={person.pk}", words)

    page.refresh_from_db()
    assert response.url == page.batch.get_absolute_url()
    assert (page.state, page.consent.person) == (PageState.FILED, person)


def test_a_refusal_stands_in_the_form_and_nothing_is_filed(sign_in, curator, page, school):
    person = MenteeRecordFactory(person__school=school).person

    response = sign_in(curator).post(f"{page.get_absolute_url()}?person={person.pk}", {"purpose": "processing", "given_on": "09.09.2026"})

    page.refresh_from_db()
    assert response.context["form"].errors
    assert page.state == PageState.UNREAD


def test_the_page_is_given_as_an_attachment_and_the_journal_tells_who_opened_it(sign_in, curator, page):
    response = sign_in(curator).get(address("scan_page_file", page))

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert io.BytesIO(b"".join(response.streaming_content)).read(4) == b"%PDF"
    assert AuditEvent.objects.get().name == "scanpage.opened"


def test_the_preview_is_a_picture_that_runs_nothing(sign_in, curator, page):
    response = sign_in(curator).get(address("scan_page_preview", page))

    assert response.headers["Content-Type"] == "image/jpeg"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    b"".join(response.streaming_content)


def test_a_page_that_shows_no_consent_is_set_aside(sign_in, curator, page):
    sign_in(curator).post(address("scan_page_aside", page))

    page.refresh_from_db()
    assert page.state == PageState.ASIDE
