"""Questionnaires of entry: links for those who have not answered, answers taken in, and the curator's yes that fills the record."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import PersonalLink
from accounts.permissions import Permission
from accounts.services.journal import record as journal
from accounts.services.links import issue_links, note_used, revoke_links
from mentoring.common.clock import now, today
from mentoring.common.refusal import Refusal
from participants.enums import ConsentPurpose, EntryState, EntryWay, Gate, ImportBase
from participants.models import EntryAnswers, GateMark, MenteeRecord, MentorRecord, Person
from participants.queries.entry import MODELS, PURPOSES, answers_of, base_of, changes_by, digest_of, drafts_of
from participants.queries.entry_texts import questionnaire
from participants.services.consent_rules import REFUSED, require_consents
from participants.services.gates import record_gate
from participants.services.records import edit_record


@transaction.atomic
def issue_entry_links(*, actor, programme, base: str, records, expires_on: datetime.date) -> dict[int, PersonalLink]:
    """Links by the key of the record."""
    actor.must(Permission.MANAGE_PEOPLE)
    keys = [row.pk for row in records]
    if not keys:
        raise Refusal(_("Everybody here has answered already. Nothing is left to print."))
    if expires_on > programme.ends_on:
        raise Refusal(_("The programme ends earlier. Choose a day within its term."))
    links = issue_links(actor=actor, purpose=PURPOSES[base], subjects=keys, expires_on=expires_on)
    journal(actor, "entry.links_issued", programme, base=str(ImportBase(base).label), count=len(links))
    return links


@transaction.atomic
def revoke_entry_links(*, actor, record) -> None:
    actor.must(Permission.MANAGE_PEOPLE)
    known = {"purpose": PURPOSES[base_of(record)], "subject": record.pk}
    if not PersonalLink.objects.open().filter(**known).exists():
        raise Refusal(_("This person has no link that works. Nothing is left to revoke."))
    revoke_links(actor=actor, **known)


def send_own_answers(*, actor, record, answers: dict) -> EntryAnswers:
    """From the account of the person whose record it is."""
    check_way(actor, record, EntryWay.ACCOUNT)
    return _take(actor, record, answers, EntryWay.ACCOUNT)


@transaction.atomic
def send_linked_answers(*, bearer, link: PersonalLink, record, answers: dict) -> EntryAnswers:
    """By the personal link of this very record."""
    check_way(bearer, record, EntryWay.LINK, link)
    sheet = _take(bearer, record, answers, EntryWay.LINK)
    note_used(link)
    return sheet


def enter_paper_answers(*, actor, record, answers: dict) -> EntryAnswers:
    """Staff copy a paper sheet."""
    check_way(actor, record, EntryWay.PAPER)
    return _take(actor, record, answers, EntryWay.PAPER)


def check_way(actor, record: MentorRecord | MenteeRecord, way: EntryWay, link: PersonalLink | None = None) -> None:
    """Whether this questionnaire is open to whoever comes this way."""
    if way == EntryWay.PAPER:
        actor.must(Permission.RECORD_GATES)
    elif way == EntryWay.ACCOUNT and record.person.user_id != actor.user_id:
        raise PermissionDenied
    elif way == EntryWay.LINK and ((link.purpose, link.subject) != (PURPOSES[base_of(record)], record.pk) or not link.is_open):
        raise Refusal(_("This link is not for this questionnaire."))
    if record.left_on is not None or record.programme.ends_on < today():
        raise Refusal(_("The programme is over for this person, so the questionnaire is closed."))
    require_consents([record.person], (ConsentPurpose.PROCESSING,), stops=REFUSED)  # the first sheets come before the consents


def given_answers(record, answers: dict) -> dict:
    """What was answered of what this person is asked, by code."""
    asked = {question.code for question in questionnaire(base_of(record)).asked(record.person.kind)}
    return {code: value for code, value in answers.items() if code in asked and value not in (None, "", [], [None, None])}


@transaction.atomic
def _take(actor, record: MentorRecord | MenteeRecord, answers: dict, way: EntryWay) -> EntryAnswers:
    """Keep the next number; what waited before it is replaced, what was confirmed stays confirmed."""
    Person.objects.select_for_update(of=("self",)).get(pk=record.person_id)
    base, kept = base_of(record), given_answers(record, answers)
    if not kept:
        raise Refusal(_("Answer at least one question: an empty questionnaire tells nothing."))
    earlier = answers_of(record).order_by("-number")
    number = earlier.values_list("number", flat=True).first() or 0
    earlier.filter(state=EntryState.WAITING).update(state=EntryState.REPLACED)
    sheet = EntryAnswers.objects.create(
        school_id=record.school_id,
        programme_id=record.programme_id,
        person_id=record.person_id,
        base=base,
        number=number + 1,
        text_version=questionnaire(base).version,
        answers=kept,
        way=way,
        recorded_by=actor if actor.pk else None,
    )
    drafts_of(record, way).delete()
    journal(actor, "entryanswers.sent", sheet, way=str(EntryWay(way).label), number=number + 1)
    return sheet


@transaction.atomic
def confirm_answers(*, actor, sheet: EntryAnswers, codes, seen: str) -> None:
    """Take the answers to the questions of `codes` into the record and pass the gate. `seen` is `digest_of` the shown changes."""
    actor.must(Permission.MANAGE_PEOPLE)
    actor.must(Permission.RECORD_GATES)
    locked = EntryAnswers.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    if locked.state != EntryState.WAITING:
        raise Refusal(_("This sheet does not wait any more: it was taken already or sent anew. Reload the page."))
    record = MODELS[locked.base].objects.select_for_update(of=("self",)).get(programme=locked.programme_id, person=locked.person_id)
    changes = changes_by(locked, record)
    if digest_of(changes) != seen:
        raise Refusal(_("The record has changed since you opened the page. Look at the changes once more."))
    fields, topics = {}, {topic.pk: topic.group for topic in record.topics.all()}
    for change in changes:
        if change.question.code not in codes:
            continue
        if change.question.groups:
            others = {key: group for key, group in topics.items() if group not in change.question.groups}
            topics = others | dict.fromkeys(change.fields["topics"], "")
        else:
            fields |= change.fields
    edit_record(actor=actor, row=record, topics=list(topics), **fields)
    locked.state, locked.confirmed_by, locked.confirmed_at = EntryState.CONFIRMED, actor, now()
    locked.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    journal(actor, "entryanswers.confirmed", locked, number=locked.number)
    _pass_gate(actor, locked)


def _pass_gate(actor, sheet: EntryAnswers) -> None:
    known = {"person": sheet.person_id, "programme": sheet.programme_id, "gate": Gate.QUESTIONNAIRE, "passed": True}
    if not GateMark.objects.filter(**known).exists():
        record_gate(actor=actor, person=sheet.person, programme=sheet.programme, gate=Gate.QUESTIONNAIRE, held_on=today())
