"""Acts of June: the administration asks for the report, everything is written into the folder."""

import datetime
import hashlib
from pathlib import Path

from accounts.enums import Role
from mentoring.common import clock, storage
from mentoring.common.sheets.writer import write_workbook
from participants.enums import ImportBase
from reports.documents.bases import base_sheet
from reports.models import Order
from reports.rehearsal.pairing import run_waiting_jobs
from reports.rehearsal.staff import Staff
from reports.services import ask_for_report


def write_papers(staff: Staff, programme, orders: list[Order], out: Path) -> dict[str, str]:
    """Write the order, both forms of the report and both bases; return SHA-256 by file name."""
    out.mkdir(parents=True, exist_ok=True)
    with clock.pretend(programme.ends_on + datetime.timedelta(days=5)):
        reports = [ask_for_report(actor=staff[Role.ADMINISTRATOR], programme=programme, kind=kind) for kind in ("pdf", "xlsx")]
    run_waiting_jobs()
    for number, order in enumerate(orders, 1):
        _copy(order.pdf, out / f"order_{number}.pdf")
    for kind, job in zip(("pdf", "xlsx"), reports, strict=True):
        job.refresh_from_db()
        _copy(job.file, out / f"monitoring_report.{kind}")
    for base in ImportBase:
        with storage.atomic_file(out / f"base_of_{base}.xlsx") as file:
            write_workbook(file, [base_sheet(programme, base)])
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir()) if path.suffix in {".pdf", ".xlsx"}}


def _copy(stored, path: Path) -> None:
    with storage.open_stored(stored.sha256) as source, storage.atomic_file(path) as target:
        target.write(source.read())
