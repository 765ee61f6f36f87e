from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ContractKind(TextChoices):
    """What a mentor signs besides the consents; who signs which: `participants.models.gates`."""

    SUPPLEMENTARY = "supplementary", _("Supplementary agreement")
    COOPERATION = "cooperation", _("Cooperation contract")


class ContractState(TextChoices):
    DRAFT = "draft", pgettext_lazy("contract", "Draft")
    SIGNED = "signed", pgettext_lazy("contract", "Signed")
    ENDING = "ending", pgettext_lazy("contract", "Ended early")
    VOID = "void", pgettext_lazy("contract", "Void")


class ContractEnd(TextChoices):
    MENTOR = "mentor", _("the mentor")
    SCHOOL = "school", _("the school")
