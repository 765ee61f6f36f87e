from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import now
from mentoring.common.scoping import SchoolOwned, school_manager
from reports.enums import DocumentState


class DocumentQuerySet(OpenedBy):
    permission = Permission.VIEW_ORDERS

    def kept(self):
        return self.exclude(state=DocumentState.DISCARDED)


class Document(SchoolOwned):
    """A paper of the school that is no order: a draft until it is finished, then its facts and its file do not change (docs/adr/0006)."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("heading"), max_length=300)
    pair = models.ForeignKey("pairs.Pair", on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    state = models.CharField(_("state"), max_length=12, choices=DocumentState, default=DocumentState.DRAFT)
    details = models.JSONField(default=dict, editable=False)  # what the curator filled in
    texts = models.JSONField(null=True, editable=False)  # the wording of this paper; None: as the school's template says
    stamps = models.JSONField(default=list, editable=False)  # lines «УТВЕРЖДАЮ; Директор; И. О. Фамилия»
    version = models.PositiveIntegerField(default=0, editable=False)  # grows with every change of the draft
    author = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+", verbose_name=_("prepared by"))
    request_key = models.CharField(max_length=40, blank=True, editable=False)  # of the page that drafted it
    created_at = models.DateTimeField(_("prepared"), default=now, editable=False)
    finished_on = models.DateField(_("date"), null=True, blank=True)
    finished_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    payload = models.JSONField(null=True, editable=False)
    pdf = models.ForeignKey("jobs.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="documents")

    objects = school_manager(DocumentQuerySet)

    class Meta:
        verbose_name = _("document")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["author", "request_key"], condition=~Q(request_key=""), name="one_document_per_form"),
            models.CheckConstraint(
                condition=Q(state=DocumentState.FINAL, finished_on__isnull=False, finished_by__isnull=False, payload__isnull=False)
                | (~Q(state=DocumentState.FINAL) & Q(finished_on__isnull=True, finished_by__isnull=True, payload__isnull=True)),
                name="final_document_is_dated_and_frozen",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:document", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state == DocumentState.DRAFT
