from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import ImportBase, ImportState


class ImportBatchQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self if actor.may(Permission.MANAGE_PEOPLE) else self.none()


class ImportBatch(SchoolOwned):
    """An uploaded sheet between check and write.

    `rows` is [{row, verdict, name, note, person, values}], `problems` [{sheet, row, letter, code, found, expected}], `columns` the headings
    that were read. After the write or the discard the rows lose their values: the bases keep them.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="import_batches")
    base = models.CharField(_("base"), max_length=10, choices=ImportBase)
    file_name = models.CharField(_("file"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=ImportState, default=ImportState.CHECKED)
    rows = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    columns = models.JSONField(default=list)
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

    def count(self, verdict: str) -> int:
        return sum(row["verdict"] == verdict for row in self.rows)
