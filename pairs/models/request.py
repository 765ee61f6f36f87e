from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import RequestKind


class PairRequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_on__isnull=True)


class PairRequest(SchoolOwned):
    """Somebody of a pair asks the curator for a change: to lay down the duties, or for another mentor."""

    pair = models.ForeignKey("pairs.Pair", on_delete=models.PROTECT, related_name="requests")
    kind = models.CharField(_("request"), max_length=16, choices=RequestKind)
    note = ProseField(_("why"))
    last_day = models.DateField(_("last day"), null=True)
    asked_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now, editable=False)
    settled_on = models.DateField(null=True)
    answer = ProseField(_("answer"), blank=True)

    objects = school_manager(PairRequestQuerySet)

    class Meta:
        verbose_name = _("request of a participant")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["pair", "kind"], condition=Q(settled_on__isnull=True), name="one_open_request_per_kind"),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=False, answer__gt="") | Q(settled_on__isnull=True, answer=""),
                name="settled_request_has_an_answer",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.pair_id}"
