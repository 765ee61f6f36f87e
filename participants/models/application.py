from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common import names
from mentoring.common.clock import now
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import ImportBase
from participants.models.person import counts_as_minor
from programmes.enums import PersonKind


class ApplicationQuerySet(OpenedBy):
    permission = Permission.MANAGE_PEOPLE


class Application(SchoolOwned):
    """Somebody who is in no base asks to be taken into one. It waits for the curator; decided, it is gone with all it says."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="applications")
    base = models.CharField(_("base"), max_length=10, choices=ImportBase)
    surname = models.CharField(_("surname"), max_length=80)
    name = models.CharField(_("name"), max_length=80)
    patronymic = models.CharField(_("patronymic"), max_length=80, blank=True)
    birth_date = models.DateField(_("birth date"))
    kind = models.CharField(_("who"), max_length=20, choices=PersonKind)
    class_name = models.CharField(_("class or group"), max_length=40, blank=True)
    post = models.CharField(_("place of work or study, post"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    guardian = models.CharField(_("parent or guardian"), max_length=200, blank=True)
    guardian_phone = models.CharField(_("phone of the parent or guardian"), max_length=40, blank=True)
    words = ProseField(_("in their own words"), blank=True)
    sent_at = models.DateTimeField(_("sent"), default=now)
    form_key = models.UUIDField(unique=True, editable=False)  # one key per rendered form: a second tap sends nothing twice

    objects = school_manager(ApplicationQuerySet)

    class Meta:
        verbose_name = _("application")
        ordering = ["sent_at", "pk"]

    def __str__(self):
        """Without the name: the journal outlives what was decided."""
        return f"№ {self.pk}"

    def get_absolute_url(self):
        return reverse("participants:application", args=[self.pk])

    @property
    def full_name(self) -> str:
        return names.full_name(self.surname, self.name, self.patronymic)

    @property
    def is_minor(self) -> bool:
        return counts_as_minor(self.kind, self.birth_date, None)
