from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from mentoring.common.clock import now
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import VetoSide


class VetoQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(lifted_on__isnull=True)

    def visible_to(self, actor):
        """Who may forbid pairs sees every veto, a guardian and a participant those that they gave themselves."""
        return self if actor.may(Permission.VETO_PAIRS) else self.filter(given_by=actor)

    def with_names(self):
        return self.select_related("mentee__person", "mentor__person", "given_by__user", "lifted_by__user")


class Veto(SchoolOwned):
    """These two may not be paired. The reason is for the author and for those who may read reasons, and each reading is in the journal."""

    mentee = models.ForeignKey("participants.MenteeRecord", on_delete=models.PROTECT, related_name="vetoes")
    mentor = models.ForeignKey("participants.MentorRecord", on_delete=models.PROTECT, related_name="vetoes")
    side = models.CharField(_("whose veto"), max_length=10, choices=VetoSide)
    reason = ProseField(_("reason"))
    given_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, related_name="+")  # empty: by a personal link
    given_at = models.DateTimeField(_("given"), default=now)
    lifted_on = models.DateField(_("lifted"), null=True)
    lifted_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, related_name="+")

    objects = school_manager(VetoQuerySet)

    class Meta:
        verbose_name = _("veto")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentee", "mentor", "side"], condition=Q(lifted_on__isnull=True), name="one_veto_in_force_per_side"
            ),
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True, lifted_by__isnull=True) | Q(lifted_on__isnull=False, lifted_by__isnull=False),
                name="lifted_veto_has_day_and_author",
            ),
        ]

    def __str__(self):
        return f"{self.mentee} – {self.mentor}"
