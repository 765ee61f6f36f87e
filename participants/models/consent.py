from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from mentoring.common.clock import today
from mentoring.common.immutable import WrittenOnce
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import ConsentPurpose, SignerBasis


class ConsentQuerySet(models.QuerySet):
    def without_health(self):
        return self.exclude(purpose=ConsentPurpose.SPECIAL_CATEGORY)

    def in_force(self, day):
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), given_on__lte=day, withdrawal__isnull=True)

    def visible_to(self, actor):
        """The staff see the school's, a family its own. That there is one about health is for who keeps the sheets or helps with needs."""
        if actor.may(Permission.RECORD_CONSENTS) or actor.may(Permission.VIEW_NEEDS):
            return self
        if actor.may(Permission.VIEW_PEOPLE):
            return self.without_health()
        return self.filter(Q(person__user_id=actor.user_id) | Q(person__guardians__user_id=actor.user_id)).distinct()


class Consent(SchoolOwned, WrittenOnce):
    """A signed sheet for one purpose. Withdrawn by a row of its own: what was signed stays in the register."""

    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=20, choices=ConsentPurpose)
    text_version = models.CharField(max_length=20)
    text_sha256 = models.CharField(max_length=64)
    signer = models.CharField(_("signed by"), max_length=200)
    basis = models.CharField(_("basis"), max_length=10, choices=SignerBasis)
    given_on = models.DateField(_("date"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = school_manager(ConsentQuerySet)

    class Meta:
        verbose_name = _("consent")
        ordering = ["-given_on", "-pk"]

    def __str__(self):
        return f"{self.get_purpose_display()}: {self.person}"

    @property
    def is_expired(self) -> bool:
        """Its term is over; it may have been withdrawn before."""
        return self.valid_until is not None and self.valid_until < today()


class ConsentWithdrawal(SchoolOwned, WrittenOnce):
    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="withdrawal")
    withdrawn_on = models.DateField(_("withdrawn"))
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("withdrawal of a consent")

    def __str__(self):
        return str(self.consent)
