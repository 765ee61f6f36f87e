from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BulkState(TextChoices):
    PROPOSED = "proposed", pgettext_lazy("change", "Not made yet")
    MADE = "made", pgettext_lazy("change", "Made")
    UNDONE = "undone", pgettext_lazy("change", "Undone")


class BulkVerdict(TextChoices):
    """Before the change: change, same or cannot. After it: changed or meanwhile. After undoing: restored or kept."""

    CHANGE = "change", _("will change")
    SAME = "same", _("is already so")
    CANNOT = "cannot", _("cannot change")
    CHANGED = "changed", _("changed")
    MEANWHILE = "meanwhile", _("skipped: somebody changed it meanwhile")
    RESTORED = "restored", _("former value is back")
    KEPT = "kept", _("kept: somebody changed it since")
