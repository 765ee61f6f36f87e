from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now
from mentoring.common.immutable import WrittenOnce
from mentoring.common.scoping import SchoolOwned


class AuditEvent(SchoolOwned, WrittenOnce):
    """Who did what, when, in words. No keys to the rows it tells of: they may go, the journal stays.

    `digest` chains each event to the one before in the school, so that an edited or removed row shows.
    """

    name = models.CharField(_("event"), max_length=60)
    by_membership = models.BigIntegerField()
    by_name = models.CharField(_("who"), max_length=200)
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField(null=True)
    subject = models.CharField(_("subject"), max_length=300)
    details = models.JSONField(_("details"), default=dict)
    request_id = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField(_("when"), default=now)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("audit event")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.name}: {self.subject}"


class AuditHead(SchoolOwned):
    """The last link of a school's chain; its lock makes events follow one another."""

    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school"], name="one_audit_head_per_school")]

    def __str__(self):
        return self.digest
