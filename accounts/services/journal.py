"""The audit journal: one explicit call in the function that writes (docs/adr/0002)."""

import contextlib
import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextvars import ContextVar

from django.db import transaction

from accounts.models import AuditEvent, AuditHead
from mentoring.common.request_id import current_request_id

_waiting: ContextVar[list[AuditEvent] | None] = ContextVar("events that are written last", default=None)


def chain_digest(previous: str, facts: dict) -> str:
    """SHA-256 over the previous link and the facts of the event, keys sorted."""
    text = previous + json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def event_facts(event: AuditEvent) -> dict:
    return {
        "name": event.name,
        "by": [event.by_membership, event.by_name],
        "subject": [event.subject_type, event.subject_id, event.subject],
        "details": event.details,
        "at": event.at.astimezone(datetime.UTC).isoformat(),
    }


def record(actor, name: str, subject, **details) -> AuditEvent:
    """Add one event in the caller's transaction. `details` are words and numbers, empty ones are left out."""
    [event] = record_all(actor, name, [subject], **details)
    return event


def record_all(actor, name: str, subjects: Iterable, **details) -> list[AuditEvent]:
    """Add the same event for each subject, as `record` does, with one lock of the chain and one write."""
    told = {key: value for key, value in details.items() if value not in ("", None)}
    events = [_event(actor, name, subject, told) for subject in subjects]
    waiting = _waiting.get()
    if waiting is None:
        _write(actor.school_id, events)
    else:
        waiting.extend(events)
    return events


@contextlib.contextmanager
def written_last(actor) -> Iterator[None]:
    """Keep the events of the block back until its end: the chain, which all of the school's writers share, is locked only then.

    Stands inside the transaction of one actor. A block that fails writes none.
    """
    token = _waiting.set(events := [])
    try:
        yield
    finally:
        _waiting.reset(token)
    if events:
        _write(actor.school_id, events)


@transaction.atomic(savepoint=False)
def _write(school_id: int, events: list[AuditEvent]) -> None:
    head = _locked_head(school_id)
    for event in events:
        event.digest = head.digest = chain_digest(head.digest, event_facts(event))
    AuditEvent.objects.bulk_create(events, batch_size=500)
    head.save(update_fields=["digest"])


def _locked_head(school_id: int) -> AuditHead:
    heads = AuditHead.objects.select_for_update(of=("self",))
    head = heads.filter(school_id=school_id).first()
    if head is None:
        AuditHead.objects.get_or_create(school_id=school_id)
        head = heads.get(school_id=school_id)
    return head


def _event(actor, name: str, subject, details: dict) -> AuditEvent:
    return AuditEvent(
        school_id=actor.school_id,
        name=name,
        by_membership=actor.pk,
        by_name=str(actor),
        subject_type=subject._meta.model_name,
        subject_id=subject.pk,
        subject=str(subject)[:300],
        details=details,
        request_id=current_request_id(),
    )


def journal_fault(school) -> str:
    """Say where the chain of a school breaks: at an event that does not follow from the one before, or at its end. Empty when it holds."""
    previous = ""
    for event in AuditEvent.objects.filter(school=school).order_by("pk").iterator():
        if event.digest != chain_digest(previous, event_facts(event)):
            return f"event {event.pk} of {event.at.isoformat()} was changed, or one before it is gone"
        previous = event.digest
    head = AuditHead.objects.filter(school=school).first()
    return "" if (head.digest if head else "") == previous else "the last events are gone"
