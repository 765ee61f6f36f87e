from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.scoping import SchoolOwned, school_manager


class KinshipQuerySet(OpenedBy):
    permission = Permission.VIEW_PEOPLE

    def of(self, person):
        return self.filter(Q(one=person) | Q(other=person)).select_related("one", "other")


class Kinship(SchoolOwned):
    """Two people are relatives, so they are not made a pair. One row for both: the person with the lower key stands first."""

    one = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("person"))
    other = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("relative"))
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = school_manager(KinshipQuerySet)

    class Meta:
        verbose_name = _("kinship")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_kinship_per_two_people"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="kinship_lower_key_first"),
        ]

    def __str__(self):
        return f"{self.one} – {self.other}"

    def other_than(self, person):
        return self.other if person.pk == self.one_id else self.one
