from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now
from mentoring.common.immutable import WrittenOnce
from mentoring.common.scoping import SchoolOwned
from participants.enums import ConsentPurpose


class ConsentWording(SchoolOwned, WrittenOnce):
    """A version of the school's own text of a consent. The last one is in use; a version without texts says that Tandem's is used again.

    Nothing is written over: a consent keeps the version and the digest of what was signed, and that text must be found for ever.
    """

    purpose = models.CharField(_("purpose"), max_length=20, choices=ConsentPurpose)
    number = models.PositiveSmallIntegerField(_("version"))
    texts = models.JSONField(default=dict)
    changed_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("date"), default=now)

    class Meta:
        verbose_name = _("wording of a consent")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["school", "purpose", "number"], name="one_version_of_a_consent_per_number")]

    def __str__(self):
        return f"{self.get_purpose_display()} {self.number}"
