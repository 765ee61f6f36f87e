"""Scans of signed sheets: uploaded, filed by their codes, the rest repaired by hand."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from accounts.access import needs
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from accounts.services.journal import record
from jobs.models import WorkerHeartbeat
from jobs.views import NEVER_RENDERED, file_response
from mentoring.common import storage
from mentoring.common.lists import Action, Empty
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal
from participants.filters import ScanFilter
from participants.forms import ConsentForm, ScanForm
from participants.lists.consents import SCAN_COLUMNS
from participants.models import ScanBatch, ScanPage
from participants.queries.scans import OPEN, batches_with_counts, neighbours_of, pages_of, people_for
from participants.services import file_page, set_aside_page, upload_scans
from participants.views.finding import named_person


class ScanList(SchoolList):
    permissions = (Permission.RECORD_CONSENTS,)
    template_name = "participants/scans.html"
    filterset_class = ScanFilter
    columns = SCAN_COLUMNS
    page_title = gettext_lazy("Scans of consents")
    page_lead = gettext_lazy("What was uploaded, and how many pages wait for your hand.")
    default_order = ("-uploaded_at", "-pk")

    def get_queryset(self):
        return batches_with_counts(self.request.actor)

    def get_actions(self):
        return [Action(gettext_lazy("Upload a scan"), reverse("participants:scan_upload"), "upload", primary=True)]

    def get_empty(self):
        return Empty(
            gettext_lazy("No scan has been uploaded yet. Scan the signed sheets into one PDF: their codes file them."),
            icon="file-earmark-image",
            action=self.get_actions()[0],
        )


@needs(Permission.RECORD_CONSENTS)
def scan_upload(request):
    form = ScanForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        try:
            batch = upload_scans(actor=request.actor, file=words["file"], name=words["file"].name, given_on=words["given_on"])
        except Refusal as refusal:
            form.add_error("file", refusal.sentence)
        else:
            return redirect(batch)
    return render(request, "participants/scan_upload.html", {"form": form})


@require_safe
@needs(Permission.RECORD_CONSENTS)
def scan_batch(request, pk):
    """One upload: progress, then the pages that wait and those that are filed."""
    batch = get_object_or_404(ScanBatch.objects.visible_to(request.actor).select_related("file", "job"), pk=pk)
    if request.htmx and not batch.job.is_unfinished:
        return HttpResponseClientRefresh()
    pages = list(pages_of(batch))
    context = {
        "batch": batch,
        "open_pages": [page for page in pages if page.state in OPEN],
        "other_pages": [page for page in pages if page.state not in OPEN],
        "worker_is_alive": WorkerHeartbeat.worker_is_alive(),
    }
    return render(request, "participants/_scan_progress.html" if request.htmx else "participants/scan_batch.html", context)


@needs(Permission.RECORD_CONSENTS)
def scan_page(request, pk):
    """A page that waits: whose it is, then what was signed."""
    page = _page(request, pk)
    person = named_person(request)
    form = None
    if person is not None:
        known = {"purpose": page.sheet.purpose} if page.sheet_id and page.sheet.person_id == person.pk else {}
        form = ConsentForm(request.POST or None, person=person, initial={"given_on": page.batch.given_on, **known})
        if request.method == "POST" and form.is_valid():
            try:
                consent = file_page(actor=request.actor, page=page, person=person, **form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, refusal.sentence)
            else:
                messages.success(request, _("The page is filed (%(consent)s).") % {"consent": consent})
                return redirect(page.batch)
    q = request.GET.get("q", "").strip()
    context = {"page": page, "person": person, "form": form, "q": q, "people": people_for(request.actor, q), "near": neighbours_of(page)}
    return render(request, "participants/scan_page.html", context)


@require_POST
@needs(Permission.RECORD_CONSENTS)
def scan_page_aside(request, pk):
    page = _page(request, pk)
    with answer_refusal(request):
        set_aside_page(actor=request.actor, page=page)
        messages.success(request, _("The page is set aside. It is kept and can still be filed."))
    return redirect(page.batch)


@require_safe
@needs(Permission.RECORD_CONSENTS)
def scan_page_file(request, pk):
    """The page as it was scanned; who opened it stands in the journal."""
    page = _page(request, pk)
    record(request.actor, "scanpage.opened", page, consent=str(page.consent or ""))
    return file_response(page.file)


@require_safe
@needs(Permission.RECORD_CONSENTS)
def scan_page_preview(request, pk):
    """A small picture, drawn by us: the only thing here that a browser may show."""
    page = _page(request, pk)
    return FileResponse(storage.open_stored(page.preview.sha256), content_type="image/jpeg", headers=NEVER_RENDERED)


def _page(request, pk) -> ScanPage:
    rows = ScanPage.objects.visible_to(request.actor).select_related("batch__file", "file", "preview", "sheet__person", "consent__person")
    return get_object_or_404(rows, pk=pk)
