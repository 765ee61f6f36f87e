from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.scoping import SchoolOwned


class Wording(SchoolOwned):
    """The school's own wording of a kind of orders, papers or contracts; without a row the kind reads as Tandem brings it."""

    kind = models.CharField(_("kind"), max_length=40)
    texts = models.JSONField()
    changed_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("wording of a kind of papers")
        constraints = [models.UniqueConstraint(fields=["school", "kind"], name="one_wording_per_kind")]

    def __str__(self):
        return self.kind
