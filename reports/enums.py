from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrderState(TextChoices):
    DRAFT = "draft", _("Draft")
    SENT = "sent", _("With the director")
    RETURNED = "returned", _("Returned with a remark")
    SIGNED = "signed", _("Signed")
    DISCARDED = "discarded", _("Discarded")


class OrderKind(TextChoices):
    PAIRING = "pairing", _("Fixing of pairs and groups")


class ReportFormat(TextChoices):
    PDF = "pdf", "PDF"
    XLSX = "xlsx", "XLSX"
