from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now
from mentoring.common.immutable import WrittenOnce
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import AmendmentState


class AmendmentQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=AmendmentState.WAITING)

    def awaiting_order(self):
        """In force among the sides, but the signed order still says the old terms."""
        return self.filter(state=AmendmentState.APPLIED, ordered_on__isnull=True)

    def with_terms(self):
        return self.select_related("form", "role_model", "kind", "proposed_by__user")


class Amendment(SchoolOwned):
    """New terms of a running pair, by consent of its sides: another term, role model, form or kind. `before` keeps the old ones."""

    pair = models.ForeignKey("pairs.Pair", on_delete=models.PROTECT, related_name="amendments")
    before = models.JSONField()  # {form, role_model, kind: titles; ends_on: ISO day}
    form = models.ForeignKey("programmes.Form", on_delete=models.PROTECT, related_name="+")
    role_model = models.ForeignKey("programmes.RoleModel", on_delete=models.PROTECT, related_name="+")
    kind = models.ForeignKey("programmes.Kind", on_delete=models.PROTECT, related_name="+")
    ends_on = models.DateField(_("to"))
    on = models.DateField(_("counts from"))
    note = ProseField(_("why"))
    state = models.CharField(_("state"), max_length=10, choices=AmendmentState, default=AmendmentState.WAITING)
    proposed_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=now, editable=False)
    settled_on = models.DateField(null=True)
    ordered_on = models.DateField(_("order of"), null=True)
    form_key = models.UUIDField(unique=True, editable=False)  # one key per rendered form: a second click changes nothing twice

    objects = school_manager(AmendmentQuerySet)

    class Meta:
        verbose_name = _("change of a pair")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pair"],
                condition=Q(state=AmendmentState.WAITING),
                name="one_waiting_amendment_per_pair",
                violation_error_message=_("This pair already has a change that waits for agreement."),
            )
        ]

    def __str__(self):
        return f"{self.on:%d.%m.%Y}: {self.get_state_display()}"


class AmendmentAgreement(SchoolOwned, WrittenOnce):
    """One side agreed to the new terms."""

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="agreements")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="+")
    given_by = models.CharField(_("given by"), max_length=200)
    given_on = models.DateField(_("date"))
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("agreement to a change")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["amendment", "person"], name="one_agreement_per_person_and_change")]

    def __str__(self):
        return f"{self.person}: {self.given_on}"
