import datetime
import io

import pytest
from django.core.exceptions import PermissionDenied
from django_scopes import scope

from accounts.models import AuditEvent
from jobs.enums import JobState
from jobs.models import Job
from jobs.services import run
from mentoring.common import storage
from mentoring.common.clock import pretend
from mentoring.common.refusal import Refusal
from participants.consent_papers import consent_sheets_pdf
from participants.enums import PageState, SheetState
from participants.models import Consent, ScanPage
from participants.services import (
    file_page,
    issue_sheets,
    record_consent,
    set_aside_page,
    upload_scans,
    void_sheet,
    withdraw_consent,
)
from participants.services.scans import uploading
from tests.factories.accounts import MembershipFactory
from tests.factories.participants import GuardianFactory, MenteeRecordFactory
from tests.factories.programmes import ProgrammeFactory
from tests.participants.scanner import blotted, empty_page, laid, photographs, scan, side_by_side

DAY = datetime.date(2026, 9, 10)
ADDRESS = "https://mentoring.school-12.example.ru"


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


@pytest.fixture
def family(programme):
    """Call it to get a pupil with a representative who signs."""

    def add():
        person = MenteeRecordFactory(programme=programme).person
        GuardianFactory(person=person)
        return person

    return add


def printed(actor, programme, *people, purposes=("processing", "participation")):
    """Sheets that are out, and a picture of each."""
    sheets = issue_sheets(actor=actor, programme=programme, people=people, purposes=purposes)
    return sheets, photographs(consent_sheets_pdf(sheets, address=ADDRESS, on_progress=lambda done, total: None))


def bring(actor, content: bytes, *, name="scan.pdf", given_on=DAY):
    """Upload, and let a worker do everything that was asked for."""
    batch = upload_scans(actor=actor, file=io.BytesIO(content), name=name, given_on=given_on)
    while waiting := Job.objects.filter(state=JobState.QUEUED).order_by("pk").first():
        run(waiting.pk)
    batch.refresh_from_db()
    return batch


def states(batch) -> list[str]:
    return [page.state for page in batch.pages.order_by("number")]


def test_a_scan_is_split_by_its_codes_to_the_right_people_and_purposes(curator, programme, family):
    people = [family(), family()]
    sheets, pictures = printed(curator, programme, *people)
    shuffled = [(3, 180), (0, 3.5), (2, 90), (1, -2)]

    batch = bring(curator, scan([laid(pictures[place], turn) for place, turn in shuffled]))

    assert (batch.job.state, states(batch)) == (JobState.DONE, [PageState.FILED] * 4)
    shown = [(page.consent.person, page.consent.purpose) for page in batch.pages.select_related("consent__person").order_by("number")]
    assert shown == [(sheets[place].person, sheets[place].purpose) for place, _turn in shuffled]
    assert {consent.given_on for consent in Consent.objects.all()} == {DAY}
    for sheet in sheets:
        sheet.refresh_from_db()
        assert sheet.state == SheetState.FILED


def test_a_page_is_a_file_of_its_own(curator, programme, family):
    _sheets, pictures = printed(curator, programme, family())

    batch = bring(curator, scan(pictures))

    page = batch.pages.select_related("file", "preview").first()
    with storage.open_stored(page.file.sha256) as kept:
        assert len(photographs(kept.read())) == 1
    with storage.open_stored(page.preview.sha256) as kept:
        assert kept.read(3) == b"\xff\xd8\xff"


@pytest.mark.parametrize("format_, name", [("JPEG", "фото.jpg"), ("PNG", "скан.png")])
def test_a_photograph_of_one_sheet_is_filed(curator, programme, family, format_, name):
    person = family()
    _sheets, pictures = printed(curator, programme, person, purposes=["processing"])
    file = io.BytesIO()
    laid(pictures[0], 90).save(file, format_)

    batch = bring(curator, file.getvalue(), name=name)

    assert states(batch) == [PageState.FILED]
    assert person.consents.get().purpose == "processing"


def test_what_has_no_code_waits_and_a_blank_page_is_set_aside(curator, programme, family):
    _sheets, pictures = printed(curator, programme, family(), purposes=["processing"])

    batch = bring(curator, scan([blotted(pictures[0]), empty_page()]))

    assert states(batch) == [PageState.UNREAD, PageState.ASIDE]
    assert all(page.reason for page in batch.pages.all())
    assert not Consent.objects.exists()


def test_the_curator_files_by_hand_what_was_not_read(curator, programme, family):
    person = family()
    sheets, pictures = printed(curator, programme, person, purposes=["processing"])
    page = bring(curator, scan([blotted(pictures[0])])).pages.get()

    consent = file_page(actor=curator, page=page, person=person, purpose="processing", given_on=DAY)

    page.refresh_from_db()
    sheets[0].refresh_from_db()
    assert (page.state, page.consent, sheets[0].consent) == (PageState.FILED, consent, consent)


def test_a_sheet_of_another_school_is_refused_without_telling_whose(curator, programme, family, other_school):
    with scope(school=other_school):
        stranger = MembershipFactory(school=other_school, role=curator.role)
        theirs = ProgrammeFactory(school=other_school)
        person = MenteeRecordFactory(programme=theirs, person__teacher=True).person
        sheets, pictures = printed(stranger, theirs, person, purposes=["processing"])

    page = bring(curator, scan(pictures)).pages.get()

    assert (page.state, page.sheet) == (PageState.REFUSED, None)
    assert other_school.short_name not in page.reason
    assert person.surname not in page.reason
    with scope(school=other_school):
        sheets[0].refresh_from_db()
        assert sheets[0].state == SheetState.ISSUED


def test_a_repeated_scan_is_one_more_version_of_the_same_consent(curator, programme, family):
    person = family()
    _sheets, pictures = printed(curator, programme, person, purposes=["processing"])
    bring(curator, scan(pictures))

    bring(curator, scan([laid(pictures[0], 2)]), name="again.pdf")

    assert person.consents.get().scan_pages.count() == 2


def test_a_scan_of_a_consent_that_was_recorded_by_hand_is_added_to_it(curator, programme, family):
    person = family()
    _sheets, pictures = printed(curator, programme, person, purposes=["processing"])
    consent = record_consent(actor=curator, person=person, purpose="processing", given_on=DAY)

    page = bring(curator, scan(pictures)).pages.get()

    assert page.consent == consent


@pytest.mark.parametrize("spoil", ["void", "early", "two", "unsigned"])
def test_a_sheet_that_cannot_be_recorded_waits_with_its_reason(curator, programme, family, spoil):
    person = family()
    sheets, pictures = printed(curator, programme, person)
    given_on = DAY
    if spoil == "void":
        void_sheet(actor=curator, sheet=sheets[0])
    elif spoil == "early":
        given_on -= datetime.timedelta(days=1)
    elif spoil == "unsigned":
        person.guardians.all().delete()
    picture = pictures[0]
    if spoil == "two":
        picture = side_by_side(*pictures)

    page = bring(curator, scan([picture]), given_on=given_on).pages.get()

    assert (page.state, bool(page.reason)) == (PageState.REFUSED, True)
    assert not Consent.objects.exists()


def test_a_worker_that_died_half_way_costs_nothing_and_files_nothing_twice(curator, programme, family, monkeypatch):
    _sheets, pictures = printed(curator, programme, family(), family())
    take, taken = uploading.take_page, []

    def die_at_the_third(**words):
        taken.append(words)
        if len(taken) == 3:
            raise RuntimeError("the worker was killed")
        return take(**words)

    monkeypatch.setattr(uploading, "take_page", die_at_the_third)
    batch = bring(curator, scan(pictures))

    assert states(batch) == [PageState.FILED] * 4
    assert (len(taken), Consent.objects.count()) == (5, 4)


def test_the_very_same_file_is_not_taken_twice(curator, programme, family):
    _sheets, pictures = printed(curator, programme, family())
    content = scan(pictures)
    bring(curator, content)

    with pytest.raises(Refusal, match=r"10\.09|10 "):
        bring(curator, content)


def test_a_damaged_file_is_told_and_kept(curator, school):
    batch = bring(curator, b"%PDF-1.7\n" + b"no page here " * 40 + b"\nstartxref\n0\n%%EOF")

    assert batch.job.state == JobState.FAILED
    assert batch.job.error
    assert not ScanPage.objects.exists()


def test_a_page_set_aside_can_still_be_filed_but_a_filed_one_stays(curator, programme, family):
    person = family()
    _sheets, pictures = printed(curator, programme, person, purposes=["processing"])
    page = bring(curator, scan([blotted(pictures[0])])).pages.get()
    set_aside_page(actor=curator, page=page)
    file_page(actor=curator, page=page, person=person, purpose="processing", given_on=DAY)

    with pytest.raises(Refusal):
        set_aside_page(actor=curator, page=page)


def test_a_withdrawn_consent_keeps_its_scan(curator, programme, family):
    person = family()
    _sheets, pictures = printed(curator, programme, person, purposes=["processing"])
    bring(curator, scan(pictures))
    consent = person.consents.get()

    withdraw_consent(actor=curator, consent=consent, withdrawn_on=DAY)

    assert consent.scan_pages.count() == 1


def test_only_who_records_consents_uploads(mentor_actor):
    with pytest.raises(PermissionDenied):
        upload_scans(actor=mentor_actor, file=io.BytesIO(b"%PDF-1.7 startxref %%EOF"), name="scan.pdf", given_on=DAY)


def test_the_journal_tells_of_the_upload_and_of_what_was_filed(curator, programme, family):
    _sheets, pictures = printed(curator, programme, family(), purposes=["processing"])

    bring(curator, scan(pictures))

    names = list(AuditEvent.objects.order_by("pk").values_list("name", flat=True))
    assert names[-3:] == ["scanbatch.uploaded", "consentsheet.file", "consent.recorded"]
