"""Asking for many papers in one file: the folder of a programme, orders, letters."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.models import Job
from jobs.services import Part, start_in_parts
from mentoring.common.refusal import Refusal
from reports.enums import FolderChapter, FolderFormat
from reports.queries.document_texts import document_kind
from reports.queries.folder_chapters import folder_chapters
from reports.services.naming import without_refusals
from reports.services.once import once_key

TITLES = {
    FolderFormat.ZIP: _("Folder of the programme, archive: %(programme)s"),
    FolderFormat.PDF: _("Folder of the programme, one PDF: %(programme)s"),
}
PART = 25  # papers that a worker prints in well under a minute


@transaction.atomic
def ask_for_folder(*, actor, programme, kind: str, request_key: str = "") -> Job:
    """Personal data of the whole programme leave the system, so the journal keeps who asked. `request_key`: one button asks once."""
    actor.must(Permission.EXPORT_BASES)
    kind = FolderFormat(kind)
    of_programme = {"programme_id": programme.pk}
    parts = [Part(max(len(keys), 1), {**of_programme, "chapter": chapter, "keys": keys}) for chapter, keys in _pieces(programme)]
    job = start_in_parts(
        actor=actor,
        kind="programme_folder",
        part_kind="programme_folder_part",
        title=(TITLES[kind] % {"programme": programme})[:200],
        dedupe_key=once_key(request_key, "folder", kind, programme.pk, actor.pk),
        parts=parts,
        format=kind,
        **of_programme,
    )
    record(actor, "folder.requested", programme, format=kind.label)
    return job


def _pieces(programme) -> list[tuple[FolderChapter, list[int]]]:
    """Chapters, those of many papers in several pieces; one without papers is a piece too."""
    return [(chapter, piece) for chapter, keys in folder_chapters(programme) for piece in _cut(keys) or [[]]]


def _cut(keys: list[int]) -> list[list[int]]:
    return [keys[start : start + PART] for start in range(0, len(keys), PART)]


@transaction.atomic
def ask_for_copies(*, actor, orders: list[int], request_key: str = "") -> Job:
    """The orders of these keys that are signed in Tandem or scanned, as one PDF made in parts by any number of workers.

    `request_key`: one button asks once.
    """
    actor.must(Permission.VIEW_ORDERS)
    if not orders:
        raise Refusal(str(_("None of these orders is signed or scanned, so there is nothing to print.")))
    return start_in_parts(
        actor=actor,
        kind="order_copies",
        part_kind="order_copies_part",
        title=str(_("Orders in one PDF")),
        dedupe_key=once_key(request_key, "order-copies", actor.pk),
        parts=[Part(size=len(part), arguments={"orders": part}) for part in _cut(orders)],
    )


@transaction.atomic
def ask_for_letters(*, actor, programme, document: str, people: list, kind: str, request_key: str = "") -> Job:
    """A letter or certificate of the kind `document` to each of `people`, as one PDF or an archive, made in parts.

    `request_key`: one button asks once.

    Those who have withdrawn their consent are left out by the parts, which know the consents of the hour of printing.
    """
    actor.must(Permission.VIEW_ORDERS)
    if not without_refusals(people):
        raise Refusal(str(_("Nobody in this programme suits this paper.")))
    common = {"programme_id": programme.pk, "document": document, "format": FolderFormat(kind)}
    job = start_in_parts(
        actor=actor,
        kind="letters",
        part_kind="letters_part",
        title=f"{document_kind(document)['menu']}: {programme}"[:200],
        dedupe_key=once_key(request_key, "letters", kind, document, programme.pk, actor.pk),
        parts=[Part(size=len(part), arguments={**common, "people": part}) for part in _cut([person.pk for person in people])],
        **common,
    )
    record(actor, "letters.requested", programme, kind=document, people=len(people))
    return job
