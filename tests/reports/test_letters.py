"""A letter to everybody: one PDF or an archive, each person once, stopped and gone on with."""

import zipfile
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import AuditEvent
from jobs.enums import JobState
from jobs.models import Job
from jobs.services import cancel, repeat, run
from mentoring.common import clock, storage
from pairs.enums import PairState
from participants.services import withdraw_consent
from reports.services import bundles
from tests.factories.pairs import PairFactory
from tests.factories.programmes import ProgrammeFactory

KIND = "certificate"


@pytest.fixture
def programme(school, monkeypatch):
    monkeypatch.setattr(bundles, "PART", 2)
    programme = ProgrammeFactory(school=school)
    for _number in range(2):
        PairFactory(programme=programme, state=PairState.ACTIVE)
    return programme


@pytest.fixture
def people(programme) -> list:
    found = [person for pair in programme.pairs.with_names() for person in (pair.mentor.person, *pair.mentee_people)]
    return sorted(found, key=lambda one: one.full_name)


@pytest.fixture
def ask(sign_in, curator, programme):
    """Press the button of the page; the answer is the job."""

    def press(kind: str) -> Job:
        response = sign_in(curator).post(reverse("reports:letters", args=[programme.pk, KIND]), {"format": kind})
        assert response.status_code == 302
        return Job.objects.get(kind="letters")

    return press


def finish(job: Job) -> BytesIO:
    for part in job.parts.filter(state=JobState.QUEUED).order_by("place"):
        run(part.pk)
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.DONE, "")
    with storage.open_stored(job.file.sha256) as file:
        return BytesIO(file.read())


def test_one_pdf_has_a_sheet_for_everybody_by_name(ask, people):
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(finish(ask("pdf"))).pages]

    assert len(pages) == len(people) == 4
    surnames = [person.surname[:5] for person in people]
    assert [surname.lower() in page.lower() for surname, page in zip(surnames, pages, strict=True)] == [True] * 4


def test_who_takes_the_consent_back_before_the_print_is_left_out(ask, curator, people):
    job = ask("pdf")
    withdraw_consent(actor=curator, consent=people[0].consents.get(purpose="processing"), withdrawn_on=clock.today())

    assert len(PdfReader(finish(job)).pages) == 3
    assert job.note.startswith("1 человек не вошёл")


@pytest.mark.parametrize("kind", ["pdf", "zip"])
def test_a_part_that_has_nobody_left_ends_well_and_is_skipped(ask, curator, people, kind):
    job = ask(kind)
    for person in people[:2]:  # the whole first part
        withdraw_consent(actor=curator, consent=person.consents.get(purpose="processing"), withdrawn_on=clock.today())

    content = finish(job)

    assert job.parts.get(place=1).file is None
    assert (len(PdfReader(content).pages) if kind == "pdf" else len(zipfile.ZipFile(content).namelist())) == 2
    assert job.note.startswith("2 человека не вошли")
    assert (job.done, job.total) == (2, 2)


def test_who_had_withdrawn_before_the_asking_is_counted_as_left_out(ask, curator, people, sign_in):
    withdraw_consent(actor=curator, consent=people[0].consents.get(purpose="processing"), withdrawn_on=clock.today())
    job = ask("pdf")
    finish(job)

    assert "1 человек не вошёл" in sign_in(curator).get(job.get_absolute_url()).content.decode()


def test_only_when_nobody_at_all_is_left_the_job_fails_and_says_so(ask, curator, people):
    job = ask("pdf")
    for person in people:
        withdraw_consent(actor=curator, consent=person.consents.get(purpose="processing"), withdrawn_on=clock.today())
    for part in job.parts.all():
        run(part.pk)
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.file) == (JobState.FAILED, None)
    assert "отозвали" in job.error


def test_letters_for_nobody_are_not_begun(sign_in, curator, people, programme):
    for person in people:
        withdraw_consent(actor=curator, consent=person.consents.get(purpose="processing"), withdrawn_on=clock.today())

    sign_in(curator).post(reverse("reports:letters", args=[programme.pk, KIND]), {"format": "pdf"})

    assert not Job.objects.filter(kind="letters").exists()


def test_an_archive_has_a_file_for_everybody(ask, people):
    with zipfile.ZipFile(finish(ask("zip"))) as archive:
        names = archive.namelist()
        assert all(archive.read(name).startswith(b"%PDF") for name in names)

    assert len(set(names)) == len(names) == len(people)
    assert all(name.startswith(person.full_name) for name, person in zip(names, people, strict=True))


def test_a_stopped_job_goes_on_without_making_a_part_twice(ask, curator):
    job = ask("pdf")
    run(job.parts.get(place=1).pk)
    cancel(actor=curator, job=job)
    kept = job.parts.get(place=1).file

    repeat(actor=curator, job=Job.objects.get(pk=job.pk))
    finish(job)

    assert job.parts.get(place=1).file == kept


def test_the_journal_knows_who_took_the_names(ask, curator):
    ask("pdf")

    event = AuditEvent.objects.get(name="letters.requested")
    assert (event.by_membership, event.details) == (curator.pk, {"kind": KIND, "people": 4})


@pytest.mark.parametrize("kind,data", [("letter_partner", {"format": "pdf"}), (KIND, {"format": "docx"}), ("nonsense", {"format": "pdf"})])
def test_what_is_not_offered_is_not_found(sign_in, curator, programme, kind, data):
    assert sign_in(curator).post(reverse("reports:letters", args=[programme.pk, kind]), data).status_code == 404
