from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.immutable import WrittenOnce
from mentoring.common.scoping import SchoolOwned
from pairs.enums import Side


class Agreement(SchoolOwned, WrittenOnce):
    """One side said yes to the pair. Taking part is voluntary: without every side's agreement there is no order."""

    pair = models.ForeignKey("pairs.Pair", on_delete=models.PROTECT, related_name="agreements")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="agreements")
    side = models.CharField(_("side"), max_length=10, choices=Side)
    given_by = models.CharField(_("given by"), max_length=200)
    given_on = models.DateField(_("date"))
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("agreement")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["pair", "person"], name="one_agreement_per_person")]

    def __str__(self):
        return f"{self.person}: {self.given_on}"
