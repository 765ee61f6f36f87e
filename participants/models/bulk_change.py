from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import now
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import BulkState, BulkVerdict


class BulkChangeQuerySet(OpenedBy):
    permission = Permission.MANAGE_PEOPLE


class BulkChange(SchoolOwned):
    """One field of many rows set to one value: proposed, then made, then perhaps undone."""

    base = models.CharField(max_length=10)  # people, mentors or mentees: the list it was made in
    field = models.CharField(max_length=40)  # a code of participants/bulk_fields.py
    value = models.JSONField(encoder=DjangoJSONEncoder, null=True)
    state = models.CharField(_("state"), max_length=10, choices=BulkState, default=BulkState.PROPOSED)
    made_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("when"), default=now)

    objects = school_manager(BulkChangeQuerySet)

    class Meta:
        verbose_name = _("bulk change")
        ordering = ["-pk"]

    def __str__(self):
        return _("bulk change no. %(number)s") % {"number": self.pk}

    def get_absolute_url(self):
        return reverse("participants:bulk_change", args=[self.pk])


class BulkChangeRow(SchoolOwned):
    """What happened to one row: the value it had when the change was proposed, and what became of it."""

    change = models.ForeignKey(BulkChange, on_delete=models.PROTECT, related_name="rows")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="bulk_changes")
    target_id = models.BigIntegerField()  # the person or the record whose field it is
    old = models.JSONField(encoder=DjangoJSONEncoder, null=True)
    verdict = models.CharField(max_length=10, choices=BulkVerdict)
    reason = models.CharField(max_length=300, blank=True)  # why it cannot change

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["change", "target_id"], name="one_row_per_bulk_change")]

    def __str__(self):
        return f"{self.change_id}: {self.target_id}"
