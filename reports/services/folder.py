"""Asking for the folder of a programme."""

import uuid

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.models import Job
from jobs.services import start
from reports.enums import FolderFormat

TITLES = {
    FolderFormat.ZIP: _("Folder of the programme, archive: %(programme)s"),
    FolderFormat.PDF: _("Folder of the programme, one PDF: %(programme)s"),
}


@transaction.atomic
def ask_for_folder(*, actor, programme, kind: str, request_key: str = "") -> Job:
    """Personal data of the whole programme leave the system, so the journal keeps who asked. `request_key`: one button asks once."""
    actor.must(Permission.EXPORT_BASES)
    kind = FolderFormat(kind)
    job = start(
        actor=actor,
        kind="programme_folder",
        title=(TITLES[kind] % {"programme": programme})[:200],
        dedupe_key=f"folder-{kind}-{programme.pk}-{actor.pk}-{request_key or uuid.uuid4().hex}"[:120],
        programme_id=programme.pk,
        format=kind,
    )
    record(actor, "folder.requested", programme, format=kind.label)
    return job
