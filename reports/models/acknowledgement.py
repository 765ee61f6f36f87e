from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.models import Person
from reports.enums import OrderState, Way


class AcknowledgementQuerySet(models.QuerySet):
    def of_user(self, user_id: int):
        """Lines that this person answers for: the own ones, a child's through the guardian."""
        people = Person.objects.filter(Q(user_id=user_id) | Q(guardians__user_id=user_id)).values("pk")
        return self.filter(Q(user_id=user_id) | Q(person__in=people), order__state=OrderState.SIGNED)

    def visible_to(self, actor):
        return self if actor.may(Permission.VIEW_ORDERS) else self.of_user(actor.user_id)

    def waiting(self):
        return self.filter(done_on__isnull=True)

    def with_login(self):
        """Add `can_sign_in`: the person, or a guardian of the child, has an account to confirm with."""
        by_person = Exists(Person.objects.filter(Q(user__isnull=False) | Q(guardians__user__isnull=False), pk=OuterRef("person")))
        return self.annotate(can_sign_in=Case(When(user__isnull=False, then=Value(value=True)), default=by_person))


class Acknowledgement(SchoolOwned):
    """A line of the acknowledgement sheet of a signed order: who must read it, and when they said that they had."""

    order = models.ForeignKey("reports.Order", on_delete=models.PROTECT, related_name="acknowledgements")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=260)
    post = models.CharField(_("post or class"), max_length=200, blank=True)
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    done_on = models.DateField(_("acknowledged on"), null=True, blank=True)
    way = models.CharField(_("how"), max_length=8, choices=Way, blank=True)
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    reminded_on = models.DateField(_("last reminded"), null=True, blank=True, editable=False)

    objects = school_manager(AcknowledgementQuerySet)

    class Meta:
        verbose_name = _("acknowledgement")
        ordering = ["order", "position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="one_line_per_position"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, way="", recorded_by__isnull=True)
                | (Q(done_on__isnull=False, recorded_by__isnull=False) & ~Q(way="")),
                name="acknowledged_when_how_and_by_whom",
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.order}"
