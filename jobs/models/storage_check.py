from django.db import models

from jobs.models.stored_file import StoredFile


class StorageCheck(models.Model):
    """The last comparison of the stored files with their rows, of all schools; one row."""

    checked_at = models.DateTimeField()
    lost = models.JSONField(default=list)  # digests that rows point to, without a whole file

    def __str__(self):
        return self.checked_at.isoformat()

    @classmethod
    def lost_files(cls) -> list[StoredFile]:
        """Those of the school, oldest first."""
        lost = cls.objects.values_list("lost", flat=True).first()
        return list(StoredFile.objects.filter(sha256__in=lost).order_by("pk")) if lost else []
