"""Consents: recorded sheet by sheet or for many people at once, withdrawn by a row of its own."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.names import search_key
from mentoring.common.refusal import Refusal
from participants.enums import ConsentPurpose, NeedCategory, SignerBasis
from participants.models import Consent, ConsentSheet, ConsentWithdrawal, Guardian, MenteeCategory, MenteeRecord, MentorRecord, Person
from participants.queries.consent_reference import fits, valid_until
from participants.queries.consent_texts import ConsentTexts
from participants.queries.sheets import latest_programmes, open_sheets
from participants.services.sheets import file_sheet


@transaction.atomic
def record_consent(
    *, actor, person: Person, purpose: str, given_on: datetime.date, signer: str = "", sheet: ConsentSheet | None = None
) -> Consent:
    """Record a signed sheet. An adult signs alone; for a minor a guardian signs, the first one unless `signer` names another.

    It holds as long as its text says. The row keeps version and digest of what was signed: of the printed sheet, if one is out.
    """
    actor.must(Permission.RECORD_CONSENTS)
    if purpose not in ConsentPurpose:
        raise Refusal(_("Choose the purpose of the consent from the list."))
    check_day(given_on)
    locked = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if not fits(purpose, locked):
        raise Refusal(_("This consent is signed by teachers who become mentors, not by %(person)s.") % {"person": locked.short_name})
    if locked.consents.in_force(today()).filter(purpose=purpose).exists():
        facts = {"person": locked.short_name, "purpose": ConsentPurpose(purpose).label}
        raise Refusal(_("%(person)s: the consent “%(purpose)s” is already recorded.") % facts)
    if sheet is not None and given_on < _issued(sheet):
        raise Refusal(_("The sheet was printed on %(day)s, so it cannot be signed earlier.") % {"day": date_format(_issued(sheet))})
    sheet = sheet or _sheet_for(open_sheets([locked]), locked, purpose, given_on)
    programme = latest_programmes([locked]).get(locked.pk)
    return _write(actor, locked, purpose, given_on, signer, sheet=sheet, programme=programme, texts=ConsentTexts())


@transaction.atomic
def record_consents(*, actor, people, purposes, given_on: datetime.date) -> int:
    """Record the missing ones of these consents; refuse all when somebody cannot sign. Returns how many were recorded."""
    actor.must(Permission.RECORD_CONSENTS)
    purposes = [purpose for purpose in ConsentPurpose if purpose in purposes]
    if not purposes:
        raise Refusal(_("Choose the purpose of the consent from the list."))
    check_day(given_on)
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=[person.pk for person in people])
    rows = list(rows.prefetch_related("guardians"))
    if not rows:
        raise Refusal(_("Tick the people whose signed sheets you have."))
    silent = [person.short_name for person in rows if person.is_minor and not person.guardians.all()]
    if silent:
        sentence = _("Nothing was recorded: nobody is named who signs for %(people)s. Add a representative or untick them.")
        raise Refusal(sentence % {"people": ", ".join(silent)})
    there = set(Consent.objects.in_force(today()).filter(person__in=rows).values_list("person_id", "purpose"))
    missing = [(person, purpose) for person in rows for purpose in purposes if (person.pk, purpose) not in there and fits(purpose, person)]
    sheets, programmes, texts = open_sheets(rows), latest_programmes(rows), ConsentTexts()
    for person, purpose in missing:
        sheet = _sheet_for(sheets, person, purpose, given_on)
        _write(actor, person, purpose, given_on, "", sheet=sheet, programme=programmes.get(person.pk), texts=texts)
    return len(missing)


@transaction.atomic
def withdraw_consent(*, actor, consent: Consent, withdrawn_on: datetime.date) -> ConsentWithdrawal:
    """What the consent covered is closed from the next request on."""
    actor.must(Permission.RECORD_CONSENTS)
    check_day(withdrawn_on)
    locked = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if ConsentWithdrawal.objects.filter(consent=locked).exists():
        raise Refusal(_("This consent has already been withdrawn. Reload the page to see it."))
    if withdrawn_on < locked.given_on:
        raise Refusal(_("A consent cannot be withdrawn before it was given (%(day)s).") % {"day": date_format(locked.given_on)})
    withdrawal = ConsentWithdrawal.objects.create(school=actor.school, consent=locked, withdrawn_on=withdrawn_on, recorded_by=actor)
    record(actor, "consent.withdrawn", locked, day=withdrawn_on.isoformat())
    _forget(actor, locked)
    return withdrawal


def _forget(actor, consent: Consent) -> None:
    """What was kept on this consent alone leaves the base: data about health, addresses of what was published."""
    if consent.person.consents.in_force(today()).filter(purpose=consent.purpose).exists():
        return
    if consent.purpose == ConsentPurpose.SPECIAL_CATEGORY:
        for row in MenteeCategory.objects.filter(mentee__person=consent.person, category=NeedCategory.HEALTH).select_related("mentee"):
            row.delete()
            record(actor, "needs.recorded", row.mentee)
    if consent.purpose == ConsentPurpose.PUBLICATION:
        for model in (MentorRecord, MenteeRecord):
            for row in model.objects.filter(person=consent.person).exclude(case_link=""):
                record(actor, "case_link.removed", row, link=row.case_link)
                model.objects.filter(pk=row.pk).update(case_link="")


def check_day(day: datetime.date) -> None:
    if day > today():
        raise Refusal(_("The date is in the future. Write the day that stands on the signed sheet."))


def _write(
    actor, person: Person, purpose: str, given_on: datetime.date, signer: str, *, sheet: ConsentSheet | None, programme, texts: ConsentTexts
) -> Consent:
    """Without a sheet the text is the one that was in use on that day."""
    name, basis = _signer(person, signer)
    text = sheet or texts.text(purpose, minor=person.is_minor, on=given_on)
    consent = Consent.objects.create(
        school=actor.school,
        person=person,
        purpose=purpose,
        text_version=text.text_version if sheet else text.version,
        text_sha256=text.text_sha256 if sheet else text.sha256,
        signer=name,
        basis=basis,
        given_on=given_on,
        valid_until=sheet.valid_until if sheet else valid_until(purpose, programme),
        recorded_by=actor,
    )
    if sheet is not None:
        file_sheet(actor, sheet, consent)
    record(actor, "consent.recorded", consent, signer=name, day=given_on.isoformat())
    return consent


def _issued(sheet: ConsentSheet) -> datetime.date:
    return timezone.localdate(sheet.issued_at)


def _sheet_for(sheets: dict, person: Person, purpose: str, given_on: datetime.date) -> ConsentSheet | None:
    """The printed sheet that was signed on that day; what was signed before the print was another paper."""
    sheet = sheets.get((person.pk, purpose))
    return sheet if sheet is not None and _issued(sheet) <= given_on else None


def _signer(person: Person, wished: str) -> tuple[str, str]:
    if not person.is_minor:
        return person.full_name, SignerBasis.SELF
    guardian = _find_guardian(list(person.guardians.all()), wished)
    if guardian is None:
        raise Refusal(_("%(person)s is a minor: add a representative, who signs the consent.") % {"person": person.short_name})
    return guardian.full_name, guardian.basis


def _find_guardian(guardians: list[Guardian], wished: str) -> Guardian | None:
    named = [guardian for guardian in guardians if not wished or search_key(guardian.full_name) == search_key(wished)]
    return next(iter(named), None)
