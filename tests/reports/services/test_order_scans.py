"""The scan of an order from paper: on its page, in the folder, among the copies; without it the folder says so."""

import datetime
import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from accounts.models import AuditEvent
from jobs.models import Job
from jobs.services import run
from mentoring.common import storage
from mentoring.common.papers.printer import print_pdf
from mentoring.common.papers.scans import scan_pdf
from mentoring.common.refusal import Refusal
from mentoring.common.uploads import UnsafeUpload
from reports.models import Order
from reports.presenters.folder import missing
from reports.services import ask_for_copies, attach_scan, register_earlier_order
from tests.factories.reports import signed_order
from tests.reports.folders import collected

PAPER = {"title": "О внедрении модели", "number": "71-од", "signed_on": datetime.date(2026, 9, 1)}


@pytest.fixture
def earlier(curator, programme) -> Order:
    return register_earlier_order(actor=curator, programme=programme, **PAPER)


def photograph(size=(1600, 1200), kind="JPEG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, kind)
    return file.getvalue()


def scanned(text: str = "Приказ о внедрении, скан") -> bytes:
    page = f'<html lang="ru"><head><title>x</title></head><body>{text}</body></html>'
    return print_pdf(page)


def upload(content: bytes, name: str = "приказ.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("name,content", [("приказ.pdf", scanned()), ("фото.jpg", photograph()), ("фото.png", photograph(kind="PNG"))])
def test_the_file_is_kept_as_it_came_in_and_the_journal_names_it(curator, earlier, name, content):
    attach_scan(actor=curator, order=earlier, upload=upload(content, name))

    earlier.refresh_from_db()
    assert storage.stored_path(earlier.scan.sha256).read_bytes() == content
    event = AuditEvent.objects.get(name="order.scan_attached")
    assert (event.by_membership, event.details["file"]) == (curator.pk, name)


@pytest.mark.parametrize("size,is_wide", [((1600, 1200), True), ((1200, 1600), False), ((200, 2000), False)])
def test_a_photograph_stands_on_one_sheet_no_larger_than_a4(size, is_wide):
    [page] = PdfReader(io.BytesIO(scan_pdf(photograph(size), "image/jpeg"))).pages

    sides = sorted([float(page.mediabox.width), float(page.mediabox.height)])
    assert (page.mediabox.width > page.mediabox.height) is is_wide
    assert sides[0] <= 596
    assert sides[1] <= 843


@pytest.mark.parametrize(
    "content,name",
    [(b"<script>alert(1)</script>", "приказ.pdf"), (scanned().replace(b"/Root", b"/Boot"), "приказ.pdf"), (b"", "приказ.pdf")],
)
def test_what_is_no_scan_is_not_kept(curator, earlier, content, name):
    with pytest.raises(UnsafeUpload):
        attach_scan(actor=curator, order=earlier, upload=upload(content, name))

    assert Order.objects.get(pk=earlier.pk).scan is None


def test_an_order_of_tandem_and_a_director_attach_none(curator, director, earlier):
    with pytest.raises(Refusal):
        attach_scan(actor=curator, order=signed_order(by=director), upload=upload(scanned()))
    with pytest.raises(PermissionDenied):
        attach_scan(actor=director, order=earlier, upload=upload(scanned()))


def test_the_folder_misses_the_scan_and_leads_to_where_it_is_attached(sign_in, curator, earlier):
    [line] = [line for line in missing(earlier.programme) if "71-од" in line.sentence]
    client = sign_in(curator)
    page = client.get(line.url.partition("#")[0]).content.decode()
    assert reverse("reports:order_scan", args=[earlier.pk]) in page

    client.post(reverse("reports:order_scan", args=[earlier.pk]), {"scan": upload(scanned())})

    assert [line for line in missing(earlier.programme) if "71-од" in line.sentence] == []


def test_the_scan_is_in_the_folder_and_in_its_archive(curator, earlier):
    attach_scan(actor=curator, order=earlier, upload=upload(scanned()))

    whole, archive = (collected(earlier.programme, as_archive=as_archive) for as_archive in (False, True))

    assert any("Приказ о внедрении, скан" in page.extract_text().replace("\N{NO-BREAK SPACE}", " ") for page in PdfReader(whole).pages)
    with zipfile.ZipFile(archive) as files:
        name = next(name for name in files.namelist() if "Приказ 71-од от 01.09.2026" in name)
        assert files.read(name) == scan_pdf(scanned(), "application/pdf")


def test_the_scan_is_among_the_copies_of_the_list(sign_in, curator, director, earlier):
    attach_scan(actor=curator, order=earlier, upload=upload(photograph(), "фото.jpg"))
    signed_order(by=director)
    client = sign_in(curator)

    client.post(reverse("reports:order_copies"), {"query": ""})

    job = Job.objects.get(kind="order_copies")
    part = job.parts.get()
    assert len(part.arguments["orders"]) == 2
    run(part.pk)
    run(job.pk)
    job.refresh_from_db()
    assert len(PdfReader(storage.stored_path(job.file.sha256)).pages) >= 2


def test_a_paper_without_a_scan_has_no_copy(curator, earlier):
    with pytest.raises(Refusal):
        ask_for_copies(actor=curator, orders=list(Order.objects.with_papers().values_list("pk", flat=True)))


def test_the_scan_comes_with_the_requisites(sign_in, curator, programme):
    told = {"programme": programme.pk, "title": "О внедрении", "number": "71-од", "signed_on": "2026-09-01", "series": "main"}
    client = sign_in(curator)

    refused = client.post(reverse("reports:order_earlier"), told | {"scan": upload(b"not a scan")})
    assert list(refused.context["form"].errors) == ["scan"]
    assert not Order.objects.exists()

    client.post(reverse("reports:order_earlier"), told | {"scan": upload(scanned())})
    assert Order.objects.get().scan.name == "приказ.pdf"
