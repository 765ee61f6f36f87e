"""Questionnaires of entry: who has answered, and what the answers would change in a record."""

import hashlib
import json
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from accounts.models import PersonalLink
from mentoring.common.clock import today
from participants.enums import EntryState, ImportBase
from participants.models import EntryAnswers, EntryDraft, MenteeRecord, MentorRecord, Topic
from participants.queries.entry_texts import Question, questionnaire

MODELS = {ImportBase.MENTORS: MentorRecord, ImportBase.MENTEES: MenteeRecord}
PURPOSES = {ImportBase.MENTORS: "entry-mentor", ImportBase.MENTEES: "entry-mentee"}


@dataclass(frozen=True)
class Change:
    """One question's answer against the record. `fields` is what `edit_record` takes; `replaces`: something else stands there now."""

    question: Question
    before: str
    after: str
    fields: dict
    replaces: bool


def base_of(record) -> ImportBase:
    return ImportBase.MENTORS if isinstance(record, MentorRecord) else ImportBase.MENTEES


def records_with_entry(actor, base: str):
    """Present records with `entry_state` and `answered_at` of the last sheet, `link_opened` and `link_issued` of the link in force.

    `draft_saved` is when a sheet was last kept that is not sent yet.
    """
    own = {"programme": OuterRef("programme"), "person": OuterRef("person"), "base": base}
    last = EntryAnswers.objects.filter(**own).order_by("-number")
    link = PersonalLink.objects.filter(purpose=PURPOSES[base], subject=OuterRef("pk")).open()
    rows = MODELS[base].objects.visible_to(actor).present().with_person().filter(programme__ends_on__gte=today())
    return rows.annotate(
        entry_state=Subquery(last.values("state")[:1]),
        answered_at=Subquery(last.values("answered_at")[:1]),
        link_issued=Subquery(link.values("issued_at")[:1]),
        link_opened=Subquery(link.values("opened_at")[:1]),
        draft_saved=Subquery(EntryDraft.objects.filter(**own).order_by("-saved_at").values("saved_at")[:1]),
    )


def linked_among(records) -> set:
    """Those of the records whose person holds a link that works."""
    known = {(PURPOSES[base_of(record)], record.pk): record for record in records}
    links = PersonalLink.objects.open().filter(purpose__in=PURPOSES.values(), subject__in={subject for _purpose, subject in known})
    return {known[key] for key in links.values_list("purpose", "subject") if key in known}


def answers_of(record):
    """Every sheet of the record, the newest first."""
    rows = EntryAnswers.objects.filter(programme=record.programme_id, person=record.person_id, base=base_of(record))
    return rows.select_related("recorded_by__user", "confirmed_by__user").order_by("-number")


def drafts_of(record, way: str = ""):
    """The sheet that is not sent yet, of one way or of any, as rows: the newest first."""
    rows = EntryDraft.objects.filter(programme=record.programme_id, person=record.person_id, base=base_of(record)).order_by("-saved_at")
    return rows.filter(way=way) if way else rows


def waiting_answers(record) -> EntryAnswers | None:
    return answers_of(record).filter(state=EntryState.WAITING).first()


def told_answers(answers: EntryAnswers) -> list[dict]:
    """Questions that were answered, in words."""
    titles = _titles(answers)
    asked = questionnaire(answers.base).questions
    told = [{"question": question, "words": _words(question, answers.answers.get(question.code), titles)} for question in asked]
    return [one for one in told if one["words"]]


def changes_by(answers: EntryAnswers, record) -> list[Change]:
    """What taking the answers would change; an answer that says what stands there already changes nothing."""
    titles = _titles(answers)
    chosen = {topic.pk: topic for topic in record.topics.all()}
    found = []
    for question in questionnaire(answers.base).questions:
        value = answers.answers.get(question.code)
        if not question.fills or value in (None, "", []):
            continue
        if question.groups:
            before = {key for key, topic in chosen.items() if topic.group in question.groups}
            new = set(value) & titles.keys()
            if new and new != before:
                words = ", ".join(topic.title for key, topic in chosen.items() if key in before)
                found.append(Change(question, words, _words(question, value, titles), {"topics": sorted(new)}, bool(before)))
            continue
        fields = _fields(question, value)
        old = {name: getattr(record, name) for name in fields}
        if old != fields:
            before = _words(question, list(old.values()) if question.kind == "range" else old[question.fills], titles)
            is_default = question.fills == "capacity" and old["capacity"] == 1
            found.append(Change(question, before, _words(question, value, titles), fields, bool(before) and not is_default))
    return found


def digest_of(changes: list[Change]) -> str:
    """Tells whether the curator confirms what the page showed."""
    seen = [[change.question.code, change.before, change.after] for change in changes]
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()


def _fields(question: Question, value) -> dict:
    if question.kind == "range":
        return {f"{question.fills}_from": value[0], f"{question.fills}_to": value[1]}
    return {question.fills: value}


def _titles(answers: EntryAnswers) -> dict[int, str]:
    keys = {key for value in answers.answers.values() if isinstance(value, list) for key in value if key is not None}
    return dict(Topic.objects.filter(pk__in=keys).values_list("pk", "title"))


def _words(question: Question, value, titles: dict) -> str:
    if value in (None, "", []):
        return ""
    if question.groups:
        return ", ".join(titles[key] for key in value if key in titles)
    if question.kind == "range":
        return "" if value == [None, None] else "–".join("…" if end is None else str(end) for end in value)
    return str(value)
