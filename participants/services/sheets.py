"""Printed consents: issued for what is missing, handed in, filed with the consent that was signed on them."""

from itertools import chain, groupby

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.models import Job
from jobs.services import Part, start_in_parts
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from participants.enums import ConsentPurpose, SheetsFormat
from participants.models import Consent, ConsentSheet, Person
from participants.queries.consent_reference import fits, valid_until
from participants.queries.consent_texts import ConsentTexts
from participants.services.rows import lock_school
from participants.workflow import SHEET_WORKFLOW

PEOPLE = 25  # in one part of the job: some twenty seconds of a worker


@transaction.atomic
def print_sheets(*, actor, programme, people, purposes, request_key: str, address: str = "", form: str = SheetsFormat.PDF) -> Job:
    """Issue what is missing and print it into one file of the `form`. The same `request_key` is the same wish: it prints once.

    `address` of the site stands in the codes, so that a phone opens the form of the sheet.
    """
    sheets = issue_sheets(actor=actor, programme=programme, people=people, purposes=purposes)
    title = ngettext("Consents to sign: %(count)s sheet", "Consents to sign: %(count)s sheets", len(sheets)) % {"count": len(sheets)}
    return start_in_parts(
        actor=actor,
        kind="consent_sheets",
        part_kind="consent_sheets_part",
        title=title,
        dedupe_key=f"consent_sheets:{actor.pk}:{request_key}:{form}",
        parts=[Part(len(keys), {"sheets": keys, "address": address, "format": form}) for keys in _parts(sheets)],
        format=form,
    )


def _parts(sheets: list[ConsentSheet]) -> list[list[int]]:
    """Keys of the sheets of so many people; a person's sheets stay together."""
    families = [[sheet.pk for sheet in family] for _person, family in groupby(sheets, key=lambda sheet: sheet.person_id)]
    return [list(chain.from_iterable(families[start : start + PEOPLE])) for start in range(0, len(families), PEOPLE)]


@transaction.atomic
def issue_sheets(*, actor, programme, people, purposes) -> list[ConsentSheet]:
    """One sheet for each missing consent, in the order of `people`; a sheet that is out already is printed again with its code."""
    actor.must(Permission.RECORD_CONSENTS)
    lock_school(actor)
    if programme.ends_on < today():
        raise Refusal(_("The programme “%(programme)s” is over. Choose one that runs.") % {"programme": programme})
    wanted = _missing(people, [purpose for purpose in ConsentPurpose if purpose in purposes])
    if not wanted:
        raise Refusal(_("Nothing to print: the chosen people have these consents, or nobody and nothing was chosen."))
    texts = ConsentTexts()
    there = _usable_sheets(actor, programme, wanted, texts)
    fresh = [_new_sheet(actor, programme, person, purpose, texts) for person, purpose in wanted if (person.pk, purpose) not in there]
    ConsentSheet.objects.bulk_create(fresh)
    if fresh:
        record(actor, "consent_sheets.issued", programme, count=len(fresh))
    there |= {(sheet.person_id, sheet.purpose): sheet for sheet in fresh}
    return [there[person.pk, purpose] for person, purpose in wanted]


def hand_in_sheet(*, actor, sheet: ConsentSheet) -> None:
    """The signed sheet is back; whether it is filled in well is checked when it is filed."""
    SHEET_WORKFLOW.take("hand_in", sheet, actor)


def void_sheet(*, actor, sheet: ConsentSheet, note: str = "") -> None:
    """Lost, spoilt or printed in vain: its code opens nothing more."""
    SHEET_WORKFLOW.take("void", sheet, actor, note=note)


def file_sheet(actor, sheet: ConsentSheet, consent: Consent) -> None:
    """Tie the consent to the sheet it was signed on, in the caller's transaction."""

    def tie(row):
        row.consent = consent
        return ("consent",)

    SHEET_WORKFLOW.take("file", sheet, actor, effect=tie)


def _missing(people, purposes: list) -> list[tuple[Person, str]]:
    people = list(people)
    there = set(Consent.objects.in_force(today()).filter(person__in=people).values_list("person_id", "purpose"))
    return [(person, purpose) for person in people for purpose in purposes if (person.pk, purpose) not in there and fits(purpose, person)]


def _usable_sheets(actor, programme, wanted, texts: ConsentTexts) -> dict[tuple[int, str], ConsentSheet]:
    """Open sheets by person and purpose. One with an old text, or for a minor who is of age now, becomes void."""
    digests = {(person.pk, purpose): texts.text(purpose, minor=person.is_minor).sha256 for person, purpose in wanted}
    usable = {}
    for sheet in ConsentSheet.objects.open().filter(programme=programme, person__in={person.pk for person, _purpose in wanted}):
        key = (sheet.person_id, sheet.purpose)
        if digests.get(key) == sheet.text_sha256:
            usable[key] = sheet
        elif key in digests:
            void_sheet(actor=actor, sheet=sheet, note=_("The text has changed."))
    return usable


def _new_sheet(actor, programme, person: Person, purpose: str, texts: ConsentTexts) -> ConsentSheet:
    text = texts.text(purpose, minor=person.is_minor)
    return ConsentSheet(
        school_id=actor.school_id,
        person=person,
        programme=programme,
        purpose=purpose,
        text_version=text.version,
        text_sha256=text.sha256,
        valid_until=valid_until(purpose, programme),
        issued_by=actor,
    )
