from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EntryWay(TextChoices):
    """How a questionnaire of entry came in."""

    LINK = "link", _("by personal link")
    ACCOUNT = "account", _("from the account")
    PAPER = "paper", _("on paper")


class EntryState(TextChoices):
    WAITING = "waiting", pgettext_lazy("questionnaire of entry", "Waits for the curator")
    CONFIRMED = "confirmed", pgettext_lazy("questionnaire of entry", "Taken into the record")
    REPLACED = "replaced", pgettext_lazy("questionnaire of entry", "Sent anew")
