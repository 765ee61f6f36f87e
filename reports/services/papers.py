"""Asking for reports: each is a job whose row the page shows."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.services.journal import record
from jobs.models import Job
from jobs.services import start
from mentoring.common import clock
from participants.enums import ImportBase
from reports.enums import ReportFormat
from reports.services.once import once_key

TITLES = {
    ReportFormat.PDF: _("Monitoring report, PDF: %(programme)s"),
    ReportFormat.XLSX: _("Monitoring report, XLSX: %(programme)s"),
}


@transaction.atomic
def ask_for_report(*, actor, programme, kind: str, request_key: str = "") -> Job:
    """`request_key` belongs to one rendered button: a double click asks once, a later page asks anew with newer data."""
    actor.must(Permission.DOWNLOAD_REPORTS)
    kind = ReportFormat(kind)
    job = start(
        actor=actor,
        kind=f"monitoring_report_{kind}",
        title=(TITLES[kind] % {"programme": programme})[:200],
        dedupe_key=once_key(request_key, "monitoring", kind, programme.pk, actor.pk),
        programme_id=programme.pk,
        on=clock.today().isoformat(),
    )
    record(actor, "report.requested", programme, format=kind.label)
    return job


@transaction.atomic
def ask_for_register(*, actor, filters: dict, request_key: str = "") -> Job:
    """The register of orders on paper, as filtered in the list. `request_key`: one button asks once."""
    actor.must(Permission.VIEW_ORDERS)
    key = once_key(request_key, "order-register", actor.pk)
    return start(actor=actor, kind="order_register_pdf", title=_("Register of orders, PDF"), dedupe_key=key, filters=filters)


def record_base_export(*, actor, subject, base: str, rows: int | None = None) -> None:
    """Say in the journal that the personal data of a base left the system: of the programme `subject`, or `rows` of a school's list."""
    actor.must(Permission.EXPORT_BASES)
    record(actor, "base.exported", subject, base=ImportBase(base).value, rows=rows)
