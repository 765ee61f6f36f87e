"""Scans of orders that were issued on paper before Tandem."""

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.models import StoredFile
from jobs.services import store
from mentoring.common.papers.scans import scan_pdf
from mentoring.common.refusal import Refusal
from mentoring.common.uploads import UnreadableScan, UnsafeUpload, check_scan
from reports.models import Order


@transaction.atomic
def attach_scan(*, actor, order: Order, upload: File) -> Order:
    """Keep a scan of the paper, instead of an earlier one; the journal names the file. Raises `UnsafeUpload`."""
    actor.must(Permission.PREPARE_ORDERS)
    locked = Order.objects.select_for_update(of=("self",)).get(pk=order.pk)
    if not locked.is_earlier:
        raise Refusal(_("Tandem prints this order itself. Only an order issued on paper before Tandem has a scan."))
    locked.scan = _keep(actor, upload)
    locked.save(update_fields=["scan"])
    record(actor, "order.scan_attached", locked, file=locked.scan.name, sha256=locked.scan.sha256)
    return locked


def _keep(actor, upload: File) -> StoredFile:
    """Checked by its content, and opened once as the folder will: one damaged file would hold up all the others there."""
    scan = check_scan(upload, upload.name)
    try:
        scan_pdf(scan.content, scan.type)
    except UnreadableScan as fault:
        raise UnsafeUpload(_("The file is damaged. Scan the paper again and upload the new file.")) from fault
    return store(school_id=actor.school_id, name=upload.name[-200:], content_type=scan.type, content=scan.content)
