"""Many papers in one file: the orders of a list, a letter to everybody."""

import contextlib
import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from jobs.models import Job, StoredFile
from jobs.registry import job_kind
from jobs.services import add_note, part_files, set_progress, store, store_packed
from mentoring.common import clock, storage
from mentoring.common.file_names import safe_name
from mentoring.common.papers import render_bundle
from mentoring.common.papers.binder import merge
from mentoring.common.refusal import Refusal
from participants.models import Person
from programmes.models import Programme
from reports.documents.document import paper_template, person_contexts
from reports.documents.folder.papers import order_pdf_bytes
from reports.enums import FolderFormat
from reports.models import Order
from reports.queries.document_texts import document_kind
from reports.services.naming import without_refusals

PDF, ZIP = "application/pdf", "application/zip"


@job_kind("order_copies_part")
def order_copies_part(job: Job) -> StoredFile | None:
    """Some of the orders, one after another in one PDF; nothing when the person may not see them any more."""
    orders = Order.objects.visible_to(job.created_by).with_papers().in_bulk(job.arguments["orders"])
    contents = []
    for key in job.arguments["orders"]:
        if key in orders:
            contents.append(BytesIO(order_pdf_bytes(orders[key])))
        set_progress(job, len(contents), len(job.arguments["orders"]))
    if not contents:
        return None
    return store(school_id=job.school_id, name=f"{job.place}.pdf", content_type=PDF, content=merge(contents, title=job.title))


@job_kind("order_copies")
def order_copies(job: Job) -> StoredFile:
    """What the parts have made, in the order of the register."""
    if not part_files(job):
        raise Refusal(_("You may not print these papers any more."))
    return _merged(job, f"Приказы {clock.today():%d.%m.%Y}", title=job.title)


@job_kind("letters_part")
def letters_part(job: Job) -> StoredFile | None:
    """One kind of letter or certificate to some people: one PDF of all, or an archive with a file for each; nothing when nobody is left."""
    if not job.created_by.may(Permission.VIEW_ORDERS):
        raise Refusal(_("You may not print these papers any more."))
    kind, people = document_kind(job.arguments["document"]), _addressees(job)
    set_progress(job, 0, len(people))
    if not people:
        return None
    contexts, on_done = person_contexts(kind, _programme(job), people), lambda done: set_progress(job, done, len(people))
    if job.arguments["format"] == FolderFormat.PDF:
        content = render_bundle(paper_template(kind), contexts, on_done)
        return store(school_id=job.school_id, name=f"{job.place}.pdf", content_type=PDF, content=content)
    content = _archived(paper_template(kind), zip(people, contexts, strict=True), on_done)
    return store(school_id=job.school_id, name=f"{job.place}.zip", content_type=ZIP, content=content)


def _archived(template: str, letters: Iterable[tuple[Person, dict]], on_done: Callable[[int], None]) -> bytes:
    """A file for each person; the key tells namesakes apart."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for done, (person, context) in enumerate(letters, 1):
            whose = ", ".join(filter(None, [person.place, str(person.pk)]))
            archive.writestr(f"{safe_name(f'{person.full_name} ({whose})')}.pdf", render_bundle(template, [context], lambda _done: None))
            on_done(done)
    return file.getvalue()


@job_kind("letters")
def letters(job: Job) -> StoredFile:
    """What the parts have made, and how many people they left out."""
    if not part_files(job):
        raise Refusal(_("Nobody is left to print this paper for: everybody has withdrawn the consent to processing or has left the lists."))
    if left_out := sum(len(part.arguments["people"]) - part.total for part in job.parts.all()):
        words = ngettext(
            "%(count)s person is left out: the consent to processing is withdrawn, or the person has left the lists of the school.",
            "%(count)s people are left out: the consent to processing is withdrawn, or they have left the lists of the school.",
            left_out,
        )
        add_note(job, words % {"count": left_out})
    name = f"{document_kind(job.arguments['document'])['menu']} {clock.today():%d.%m.%Y}"
    return _merged(job, name, title=name) if job.arguments["format"] == FolderFormat.PDF else store_packed(job, safe_name(name, ".zip"))


def _merged(job: Job, name: str, *, title: str) -> StoredFile:
    """The PDFs of the parts in their order."""
    with contextlib.ExitStack() as stack:
        contents = [stack.enter_context(storage.open_stored(file.sha256)) for file in part_files(job)]
        whole = merge(contents, title=title)
    return store(school_id=job.school_id, name=safe_name(name, ".pdf"), content_type=PDF, content=whole)


def _programme(job: Job) -> Programme:
    return Programme.objects.select_related("school", "year").get(pk=job.arguments["programme_id"])


def _addressees(job: Job) -> list[Person]:
    """Who may be named now: somebody may have taken the consent back since the letters were asked for."""
    people = Person.objects.visible_to(job.created_by).prefetch_related("guardians").in_bulk(job.arguments["people"])
    return without_refusals([people[key] for key in job.arguments["people"] if key in people])
