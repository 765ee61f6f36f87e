from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.immutable import WrittenOnce
from mentoring.common.scoping import SchoolOwned


class StoredFile(SchoolOwned, WrittenOnce):
    """A file in private storage, addressed by its content. The row is written after the bytes are safe on the disk."""

    name = models.CharField(_("file name"), max_length=200)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("size, bytes"))
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("stored file")
        ordering = ["-pk"]

    def __str__(self):
        return self.name
