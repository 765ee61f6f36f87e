from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ImportBase(TextChoices):
    MENTORS = "mentors", _("Base of mentors")
    MENTEES = "mentees", _("Base of mentees")


class ImportState(TextChoices):
    COLUMNS = "columns", _("Choosing columns")
    CHECKING = "checking", _("Being checked")
    WRITING = "writing", _("Being written")
    CHECKED = "checked", _("Checked")
    WRITTEN = "written", _("Written")
    DISCARDED = "discarded", pgettext_lazy("upload", "Removed")


class RowVerdict(TextChoices):
    CREATE = "create", _("Create")
    CHANGE = "change", _("Change the facts")
    SKIP = "skip", _("Skip: already in the base")
    ERROR = "error", _("Error")
