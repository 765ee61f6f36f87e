"""A scanned page is filed: by the code that stands on it, or by the curator's hand."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.services import store
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from mentoring.common.uploads import ScanType
from participants.enums import PageState, SheetState
from participants.models import Consent, ConsentSheet, Person, ScanBatch, ScanPage
from participants.queries.sheets import read_code, sheet_of
from participants.services.consents import record_consent

ENDINGS = {ScanType.PDF: "pdf", ScanType.JPEG: "jpg", ScanType.PNG: "png"}


@transaction.atomic
def take_page(*, actor, batch: ScanBatch, page) -> ScanPage:
    """Keep a `ScannedPage` and file it if its code says where. What cannot be filed waits with its reason; nothing is lost."""
    row = ScanPage(school_id=batch.school_id, batch=batch, number=page.number)
    name = f"{batch.file.name.rpartition('.')[0] or batch.file.name}, {page.number}"[:180]
    kept = {"school_id": batch.school_id}
    row.file = store(**kept, name=f"{name}.{ENDINGS[batch.file.content_type]}", content_type=batch.file.content_type, content=page.content)
    row.preview = store(**kept, name=f"{name}.preview.jpg", content_type=ScanType.JPEG, content=page.preview)
    codes = {code for code in map(read_code, page.codes) if code}
    if codes:
        _file_by_code(actor, row, codes)
    elif page.is_blank:
        row.state, row.reason = PageState.ASIDE, _("Nothing is written on this page.")
    else:
        row.state, row.reason = PageState.UNREAD, _("No code could be read on this page.")
    row.save()
    return row


@transaction.atomic
def file_page(*, actor, page: ScanPage, person: Person, purpose: str, given_on: datetime.date, signer: str = "") -> Consent:
    """The curator has looked: this page is the consent of `person`. Records it, or adds the page to the one that is in force."""
    actor.must(Permission.RECORD_CONSENTS)
    locked = _locked(page)
    consent = person.consents.in_force(today()).filter(purpose=purpose).first()
    if consent is None:
        consent = record_consent(actor=actor, person=person, purpose=purpose, given_on=given_on, signer=signer)
    locked.state, locked.consent, locked.reason = PageState.FILED, consent, ""
    locked.save(update_fields=["state", "consent", "reason"])
    record(actor, "scanpage.filed", locked, consent=str(consent))
    return consent


@transaction.atomic
def set_aside_page(*, actor, page: ScanPage) -> None:
    """No consent at all: a cover, a back side, a page scanned in vain. It is kept and may still be filed."""
    actor.must(Permission.RECORD_CONSENTS)
    locked = _locked(page)
    locked.state = PageState.ASIDE
    locked.save(update_fields=["state"])
    record(actor, "scanpage.set_aside", locked)


def _locked(page: ScanPage) -> ScanPage:
    locked = ScanPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if locked.state == PageState.FILED:
        raise Refusal(_("This page is filed already. Reload the page to see where."))
    return locked


def _file_by_code(actor, row: ScanPage, codes: set[str]) -> None:
    """A code of another school finds nothing here, like a code that never was: nobody learns whose it is."""
    row.state = PageState.REFUSED
    if len(codes) > 1:
        row.reason = _("Codes of several sheets stand on this page. Scan the sheets one by one.")
        return
    row.sheet = sheet_of(actor, codes.pop())
    if row.sheet is None:
        row.reason = _("This school has printed no sheet with this code.")
        return
    try:
        with transaction.atomic():
            row.consent = _consent_on(actor, row.sheet, row.batch.given_on)
        row.state = PageState.FILED
    except Refusal as refusal:
        row.reason = refusal.sentence[:300]


def _consent_on(actor, sheet: ConsentSheet, given_on: datetime.date) -> Consent:
    """The consent that was signed on the sheet, recorded now unless it is there: a repeated scan is one more version."""
    if sheet.state == SheetState.VOID:
        raise Refusal(_("This sheet was made void. If it is signed all the same, choose below whose consent it is."))
    if sheet.consent_id:
        return sheet.consent
    Person.objects.select_for_update(of=("self",)).get(pk=sheet.person_id)
    sheet.refresh_from_db()
    there = sheet.consent or sheet.person.consents.in_force(today()).filter(purpose=sheet.purpose).first()
    return there or record_consent(actor=actor, person=sheet.person, purpose=sheet.purpose, given_on=given_on, sheet=sheet)
