from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now, today
from mentoring.common.scoping import SchoolOwned, school_manager


class PersonalLinkQuerySet(models.QuerySet):
    def open(self):
        return self.filter(revoked_at__isnull=True, expires_on__gte=today())


class PersonalLink(SchoolOwned):
    """An address for one person and one purpose that opens without a sign-in until it expires or is revoked.

    `subject` is the key of the row that the purpose is about: a record of a base, an invitation. The address carries a signature over
    school, purpose and this row, nothing secret is stored, so the same sheet may be printed again.
    """

    purpose = models.CharField(max_length=30)
    subject = models.BigIntegerField()
    expires_on = models.DateField(_("valid until"))
    issued_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(_("issued"), default=now)
    opened_at = models.DateTimeField(_("first opened"), null=True, blank=True)
    used_at = models.DateTimeField(_("answered"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = school_manager(PersonalLinkQuerySet)

    class Meta:
        verbose_name = _("personal link")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "purpose", "subject"], condition=models.Q(revoked_at__isnull=True), name="one_link_in_force_per_subject"
            )
        ]

    def __str__(self):
        return f"{self.purpose} {self.subject}"

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.expires_on >= today()
