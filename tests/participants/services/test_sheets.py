import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.models import AuditEvent
from jobs.models import Job
from mentoring.common.clock import pretend
from mentoring.common.refusal import Refusal
from participants.enums import SheetState
from participants.models import Consent, ConsentSheet
from participants.services import hand_in_sheet, issue_sheets, print_sheets, record_consent, record_consents, void_sheet
from tests.factories.participants import ConsentFactory, ConsentSheetFactory

DAY = datetime.date(2026, 9, 10)
BOTH = ["processing", "participation"]


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


def issue(curator, programme, *people, purposes=BOTH):
    return issue_sheets(actor=curator, programme=programme, people=people, purposes=purposes)


def test_a_sheet_is_issued_for_each_missing_consent_only(curator, programme, pupil):
    ConsentFactory(person=pupil, purpose="processing")

    sheets = issue(curator, programme, pupil)

    assert [(sheet.purpose, sheet.state) for sheet in sheets] == [("participation", SheetState.ISSUED)]
    assert sheets[0].valid_until == programme.ends_on
    assert AuditEvent.objects.get().details == {"count": 1}


def test_a_sheet_that_is_out_is_printed_again_with_its_code(curator, programme, pupil):
    assert issue(curator, programme, pupil) == issue(curator, programme, pupil)
    assert ConsentSheet.objects.count() == 2


def test_a_sheet_with_an_old_text_becomes_void(curator, programme, pupil):
    old = ConsentSheetFactory(person=pupil, programme=programme, purpose="processing")

    fresh = issue(curator, programme, pupil)[0]

    old.refresh_from_db()
    assert (old.state, fresh.pk != old.pk) == (SheetState.VOID, True)


def test_codes_differ_and_cannot_be_guessed(curator, programme, pupil):
    codes = {sheet.code for sheet in issue(curator, programme, pupil)}

    assert {len(code) for code in codes} == {20}
    assert len(codes) == 2


def test_one_open_sheet_for_a_person_and_a_purpose(programme, pupil):
    ConsentSheetFactory(person=pupil, programme=programme)

    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentSheetFactory(person=pupil, programme=programme)


@pytest.mark.parametrize("purposes", [[], ["nothing"]])
def test_nothing_to_print_is_told(curator, programme, pupil, purposes):
    with pytest.raises(Refusal):
        issue(curator, programme, pupil, purposes=purposes)


def test_a_programme_that_is_over_gets_no_sheets(curator, programme, pupil):
    with pretend(programme.ends_on + datetime.timedelta(days=1)), pytest.raises(Refusal):
        issue(curator, programme, pupil)
    assert not ConsentSheet.objects.exists()


def test_the_same_wish_is_one_job(curator, programme, pupil):
    wish = {"actor": curator, "programme": programme, "people": [pupil], "purposes": BOTH, "request_key": "k"}

    assert print_sheets(**wish) == print_sheets(**wish)
    assert Job.objects.get(whole__isnull=False).arguments["sheets"] == list(
        ConsentSheet.objects.order_by("pk").values_list("pk", flat=True)
    )


def test_only_who_records_consents_prints(mentor_actor, programme, pupil):
    with pytest.raises(PermissionDenied):
        issue(mentor_actor, programme, pupil)


def test_the_consent_is_recorded_as_it_was_printed(curator, programme, pupil):
    sheet = ConsentSheetFactory(person=pupil, programme=programme, text_version="0.9", valid_until=datetime.date(2027, 1, 31))
    hand_in_sheet(actor=curator, sheet=sheet)

    consent = record_consent(actor=curator, person=pupil, purpose=sheet.purpose, given_on=DAY, sheet=sheet)

    sheet.refresh_from_db()
    assert (sheet.state, sheet.consent) == (SheetState.FILED, consent)
    assert (consent.text_version, consent.text_sha256, consent.valid_until) == ("0.9", sheet.text_sha256, sheet.valid_until)
    assert [row.step for row in sheet.transitions.all()] == ["hand_in", "file"]


def test_recording_many_files_the_sheets_that_are_out(curator, programme, pupil):
    sheets = issue(curator, programme, pupil)

    record_consents(actor=curator, people=[pupil], purposes=BOTH, given_on=DAY)

    assert {sheet.state for sheet in ConsentSheet.objects.filter(pk__in=[row.pk for row in sheets])} == {SheetState.FILED}


def test_what_was_signed_before_the_print_is_another_paper(curator, programme, pupil):
    sheet = issue(curator, programme, pupil)[0]

    record_consent(actor=curator, person=pupil, purpose=sheet.purpose, given_on=DAY - datetime.timedelta(days=3))

    sheet.refresh_from_db()
    assert sheet.state == SheetState.ISSUED


def test_a_sheet_cannot_be_signed_before_it_was_printed(curator, programme, pupil):
    sheet = issue(curator, programme, pupil)[0]

    with pytest.raises(Refusal):
        record_consent(actor=curator, person=pupil, purpose=sheet.purpose, given_on=DAY - datetime.timedelta(days=1), sheet=sheet)
    assert not Consent.objects.exists()


def test_a_void_sheet_records_nothing(curator, programme, pupil):
    sheet = issue(curator, programme, pupil)[0]
    void_sheet(actor=curator, sheet=sheet)

    with pytest.raises(Refusal):
        record_consent(actor=curator, person=pupil, purpose=sheet.purpose, given_on=DAY, sheet=sheet)
    assert not Consent.objects.exists()


def test_a_consent_holds_until_the_programme_of_the_person_ends(curator, programme, pupil):
    assert record_consent(actor=curator, person=pupil, purpose="processing", given_on=DAY).valid_until == programme.ends_on
    assert record_consent(actor=curator, person=pupil, purpose="publication", given_on=DAY).valid_until == programme.ends_on.replace(
        year=programme.ends_on.year + 2
    )
