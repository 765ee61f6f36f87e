import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import now
from mentoring.common.scoping import SchoolOwned, school_manager
from mentoring.common.workflow import Transition
from participants.enums import OPEN_SHEETS, ConsentPurpose, SheetState

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that a hand or an eye mistakes: no 0 O, 1 I L
CODE_LENGTH = 20  # 99 bits: nobody guesses the code of another family


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(CODE_LENGTH))


class ConsentSheetQuerySet(OpenedBy):
    permission = Permission.RECORD_CONSENTS

    def open(self):
        """Printed and not yet filed."""
        return self.filter(state__in=OPEN_SHEETS)

    def with_names(self):
        return self.select_related("person", "programme")


class ConsentSheet(SchoolOwned):
    """A printed form of a consent on its way home and back; its code stands for person, purpose and version of the text."""

    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="consent_sheets")
    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="consent_sheets")
    purpose = models.CharField(_("purpose"), max_length=20, choices=ConsentPurpose)
    text_version = models.CharField(_("text"), max_length=20)
    text_sha256 = models.CharField(max_length=64)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    code = models.CharField(_("code"), max_length=CODE_LENGTH, default=new_code, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=SheetState, default=SheetState.ISSUED)
    consent = models.OneToOneField("participants.Consent", on_delete=models.PROTECT, null=True, blank=True, related_name="sheet")
    issued_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(_("printed"), default=now)

    objects = school_manager(ConsentSheetQuerySet)

    class Meta:
        verbose_name = _("sheet of a consent")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "person", "purpose"], condition=Q(state__in=OPEN_SHEETS), name="one_open_sheet_per_purpose"
            ),
            models.CheckConstraint(
                condition=Q(state=SheetState.FILED, consent__isnull=False) | (~Q(state=SheetState.FILED) & Q(consent__isnull=True)),
                name="filed_sheet_has_its_consent",
            ),
        ]

    def __str__(self):
        return f"{self.get_purpose_display()}: {self.person}"

    def get_absolute_url(self):
        return reverse("participants:sheet", args=[self.code])

    @property
    def spaced_code(self) -> str:
        """By fives, as it is printed and dictated."""
        return "-".join(self.code[start : start + 5] for start in range(0, CODE_LENGTH, 5))


class ConsentSheetTransition(Transition):
    subject = models.ForeignKey(ConsentSheet, on_delete=models.PROTECT, related_name="transitions")

    class Meta(Transition.Meta):
        verbose_name = _("step of a sheet")

    def __str__(self):
        return f"{self.subject}: {self.target}"
