"""Signed sheets that came back as pictures: one upload, its pages, and the consent that each page shows."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import now
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import PageState


class ScanQuerySet(OpenedBy):
    permission = Permission.RECORD_CONSENTS

    def open(self):
        """Pages that wait for the curator."""
        return self.filter(state__in=(PageState.UNREAD, PageState.REFUSED))


class ScanBatch(SchoolOwned):
    """One file that was uploaded: a photograph of a sheet, or a PDF of many."""

    file = models.ForeignKey("jobs.StoredFile", on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField(_("date on the sheets"))
    job = models.ForeignKey("jobs.Job", on_delete=models.PROTECT, null=True, related_name="+", editable=False)
    uploaded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(_("uploaded"), default=now)

    objects = school_manager(ScanQuerySet)

    class Meta:
        verbose_name = _("upload of scans")
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self):
        return self.file.name

    def get_absolute_url(self):
        return reverse("participants:scan_batch", args=[self.pk])


class ScanPage(SchoolOwned):
    """A page of an upload. Filed pages of one consent are its scans, the latest upload first; none is ever replaced."""

    batch = models.ForeignKey(ScanBatch, on_delete=models.PROTECT, related_name="pages")
    number = models.PositiveSmallIntegerField(_("page"))
    file = models.ForeignKey("jobs.StoredFile", on_delete=models.PROTECT, related_name="+")
    preview = models.ForeignKey("jobs.StoredFile", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=PageState)
    reason = models.CharField(_("why it waits"), max_length=300, blank=True)
    sheet = models.ForeignKey("participants.ConsentSheet", on_delete=models.PROTECT, null=True, related_name="scan_pages")
    consent = models.ForeignKey("participants.Consent", on_delete=models.PROTECT, null=True, related_name="scan_pages")

    objects = school_manager(ScanQuerySet)

    class Meta:
        verbose_name = _("page of a scan")
        ordering = ["-batch__uploaded_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="one_row_per_scanned_page"),
            models.CheckConstraint(
                condition=Q(state=PageState.FILED, consent__isnull=False) | (~Q(state=PageState.FILED) & Q(consent__isnull=True)),
                name="filed_page_shows_its_consent",
            ),
        ]

    def __str__(self):
        return _("%(file)s, page %(number)s") % {"file": self.batch, "number": self.number}

    def get_absolute_url(self):
        return reverse("participants:scan_page", args=[self.pk])
