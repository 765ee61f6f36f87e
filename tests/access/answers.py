"""Everything that the site hands out about a world: pages, papers, workbooks, and what its jobs make."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.urls import resolve, reverse
from django.urls.exceptions import Resolver404

from accounts.middleware import SESSION_KEY
from accounts.school_list import SchoolList
from jobs.models import Job
from jobs.services import run
from mentoring.common import storage
from mentoring.common.sheets.writer import XLSX
from tests.access.table import ROWS

# Forms that make a paper: (address, its arguments, what is sent).
PRINTING_FORMS = [
    (
        "participants:sheets_print",
        (),
        {"programme": "programme", "request_key": "words", "purposes": ["processing", "participation"], "format": "pdf"},
    ),
    ("participants:entry_links", ("mentors",), {"programme": "programme", "expires_on": "2027-05-01", "again": "on"}),
    ("participants:application_link", (), {"programme": "programme", "base": "mentors", "expires_on": "2027-05-01"}),
    ("pairs:wish_links", ("programme",), {}),
    ("monitoring:links", ("campaign",), {"expires_on": "2027-05-01"}),
    ("participants:contract_pdf", ("cooperation",), None),
    ("reports:letters", ("programme", "letter_mentor"), {"format": "pdf"}),
]


@dataclass(frozen=True)
class Answer:
    where: str
    kind: str
    content: bytes
    heads: dict


def everything(client, people, keys) -> Iterator[Answer]:
    """One answer of each address to somebody whom it opens for; nothing that was written stays."""
    for name, row in sorted(ROWS.items()):
        if name == "set_language":
            continue
        who = people[min((row.opens & people.keys()) - {"foreign_curator", "foreign_director", "former"})]
        address = reverse(name, args=[keys.get(argument, argument) for argument in row.arguments])
        yield from asked(client, who, address, row.data if row.post else None)
        if is_list(address):
            yield from asked(client, who, f"{address}?print=pdf")
            yield from asked(client, who, f"{address}?export=all")
    for name, arguments, told in PRINTING_FORMS:
        address = reverse(name, args=[keys.get(argument, argument) for argument in arguments])
        sent = told and {field: keys.get(value, value) if isinstance(value, str) else value for field, value in told.items()}
        yield from asked(client, people["curator"], address, sent)


def asked(client, who, address: str, told: dict | None = None) -> Iterator[Answer]:
    with transaction.atomic():
        client.force_login(who.user)
        session = client.session
        session[SESSION_KEY] = who.pk
        session.save()
        known = set(Job.objects.values_list("pk", flat=True))
        answer = client.get(address, follow=True) if told is None else client.post(address, told, follow=True)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        yield Answer(address, answer["Content-Type"].partition(";")[0], content, dict(answer.headers))
        yield from made_by_jobs(address, known)
        transaction.set_rollback(True)


def made_by_jobs(address: str, known: set[int]) -> Iterator[Answer]:
    """What the jobs of this address end with; the parts of a job go first, as a worker's pool would have it."""
    fresh = Job.objects.exclude(pk__in=known)
    while waiting := fresh.unfinished().order_by("-place").first():
        run(waiting.pk)
        assert Job.objects.get(pk=waiting.pk).attempts < 2, (address, waiting.kind)
    for done in fresh.filter(whole__isnull=True):
        assert done.file, (address, done.kind, done.error)
        with storage.open_stored(done.file.sha256) as file:
            content = file.read()
        if done.file.content_type != "application/zip":
            yield Answer(f"{address} {done.kind}", done.file.content_type, content, {})
            continue
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (Answer(f"{address} {name}", kind_of(name), archive.read(name), {}) for name in archive.namelist())


def kind_of(name: str) -> str:
    return {"pdf": "application/pdf", "xlsx": XLSX}[name.rpartition(".")[2]]


def is_list(address: str) -> bool:
    try:
        view = resolve(address).func
    except Resolver404:
        return False
    return issubclass(getattr(view, "view_class", object), SchoolList)
