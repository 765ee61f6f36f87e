"""Papers other than orders: a draft, then final with frozen facts and a file (docs/adr/0006)."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from mentoring.common.wording.versions import refuse_stale
from reports.enums import DocumentState
from reports.models import Document
from reports.queries.document_facts import first_title, kept_facts, words_of
from reports.queries.document_texts import PREFIX, document_kind, template_wording
from reports.services.naming import check_named, check_published
from reports.services.once import once
from reports.services.paper_pdf import ask_for_pdf
from reports.services.wording import keep_paper_wording


@transaction.atomic
def prepare_document(
    *, actor, programme, kind: str, details: dict, stamps: list[str] = (), pair=None, person=None, request_key: str = ""
) -> Document:
    """Draft a kept paper of the programme, of a pair or of a person. Its heading is the school's, its lines follow the school's wording.

    `details` are JSON values of reports/queries/document_told.py, `stamps` lines «УТВЕРЖДАЮ; Директор; И. О. Фамилия; 01.09.2026».
    The same `request_key`, that of one rendered form, returns the paper that it has made. Raises `Refusal` for a kind that is not kept,
    and where the pair or person has taken the consent to processing back.
    """
    actor.must(Permission.PREPARE_ORDERS)
    found = document_kind(kind)
    if found is None or not found["keep"]:
        raise Refusal(_("There is no such kind of document. Choose one from the list."))
    check_named(pair=pair, person=person)
    facts = {
        "school_id": actor.school_id,
        "programme": programme,
        "kind": kind,
        "title": first_title(found, words_of(programme, pair, person, details, actor)),
        "pair": pair,
        "person": person,
        "details": details,
        "stamps": list(stamps),
    }
    document, is_new = once(Document, request_key, author=actor, **facts)
    if is_new:
        record(actor, "document.prepared", document, kind=kind)
    return document


@transaction.atomic
def edit_document(*, actor, document: Document, version: str, texts: dict, details: dict, stamps: list[str]) -> Document:
    """Change a draft; `version` is the one that the curator saw. `texts`: title and lines."""
    locked = _open(actor, document)
    refuse_stale(version, locked.version)
    locked.version += 1  # the row is locked
    locked.title, locked.texts, locked.stamps = texts["title"][:300], texts, stamps
    locked.details = locked.details | details
    locked.save(update_fields=["title", "texts", "details", "stamps", "version"])
    record(actor, "document.edited", locked)
    return locked


@transaction.atomic
def finish_document(*, actor, document: Document) -> Document:
    """Freeze the facts; the file follows by a job. Twice is once."""
    actor.must(Permission.PREPARE_ORDERS)
    locked = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if locked.state == DocumentState.FINAL:
        return locked
    locked = _open(actor, locked)
    if "{table_plan}" in document_kind(locked.kind)["lines"] and not locked.pair.plan.exists():
        raise Refusal(_("The plan of the pair is empty. Fill in the plan first: it is a part of this paper."))
    check_named(pair=locked.pair, person=locked.person)
    locked.payload = kept_facts(locked)
    check_published(locked, locked.payload)
    locked.state, locked.finished_on, locked.finished_by = DocumentState.FINAL, clock.today(), actor
    locked.save(update_fields=["payload", "state", "finished_on", "finished_by"])
    record(actor, "document.finished", locked)
    ask_for_pdf(actor=actor, paper=locked, title=_("PDF: %(title)s") % {"title": locked.title})
    return locked


@transaction.atomic
def discard_document(*, actor, document: Document) -> None:
    locked = _open(actor, document)
    locked.state = DocumentState.DISCARDED
    locked.save(update_fields=["state"])
    record(actor, "document.discarded", locked)


def keep_document_wording(*, actor, kind: str, texts: dict, version: str = "") -> None:
    """New papers of this kind read so; those that exist keep their words."""
    keep_paper_wording(actor=actor, key=f"{PREFIX}{kind}", texts=texts, template=template_wording(kind), version=version)


def _open(actor, document: Document) -> Document:
    actor.must(Permission.PREPARE_ORDERS)
    locked = (
        Document.objects.select_for_update(of=("self",))
        .select_related("programme__school", "programme__year", "author__user")
        .get(pk=document.pk)
    )
    if not locked.is_open:
        raise Refusal(_("This paper is ready or discarded and does not change any more. Make a new one."))
    return locked
