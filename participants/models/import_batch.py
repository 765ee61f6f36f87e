from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from jobs.enums import UNFINISHED
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import ImportBase, ImportState

AT_WORK = (ImportState.CHECKING, ImportState.WRITING)


class ImportBatchQuerySet(OpenedBy):
    permission = Permission.MANAGE_PEOPLE


class ImportBatch(SchoolOwned):
    """An uploaded sheet between check and write.

    `source` is the table as it was read, {sheet, row, headings, rows: [[number, cells]]}; `mapping` holds for each of its columns the code
    of ours, "" for a column to pass over, None for one that nobody has decided on. The check fills `rows`, [{row, verdict, name, place,
    person, values, changes}], `problems`, [{sheet, row, letter, code, found, expected, offer}], and `columns`, the headings that were read.
    `decisions` are a person's words on suspected twins, {row: person, or 0 for somebody new}.
    After the write or the discard all of them lose what they carried: personal data lives in the bases only.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="import_batches")
    base = models.CharField(_("base"), max_length=10, choices=ImportBase)
    file_name = models.CharField(_("file"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=ImportState, default=ImportState.CHECKED)
    source = models.JSONField(default=dict)
    mapping = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    columns = models.JSONField(default=list)
    decisions = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    job = models.ForeignKey("jobs.Job", on_delete=models.PROTECT, null=True, related_name="+")
    entered = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    objects = school_manager(ImportBatchQuerySet)

    class Meta:
        verbose_name = _("import")
        ordering = ["-pk"]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("participants:import_batch", args=[self.pk])

    @property
    def has_stopped(self) -> bool:
        """Its job ended without an end of the work: it was killed, or failed too often."""
        return self.state in AT_WORK and self.job.state not in UNFINISHED

    def count(self, verdict: str) -> int:
        return sum(row["verdict"] == verdict for row in self.rows)


class ColumnChoice(SchoolOwned):
    """What a school once said about a heading of its own: `heading` is normalised, an empty `code` passes the column over."""

    base = models.CharField(max_length=10, choices=ImportBase)
    heading = models.CharField(max_length=200)
    code = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("choice of a column")
        constraints = [models.UniqueConstraint(fields=["school", "base", "heading"], name="one_choice_per_heading")]

    def __str__(self):
        return f"{self.heading}: {self.code}"
