from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ConsentPurpose(TextChoices):
    """One document per purpose (152-ФЗ as amended by 156-ФЗ, from 01.09.2025)."""

    PROCESSING = "processing", _("Processing of personal data")
    PARTICIPATION = "participation", _("Participation in the programme")
    PUBLICATION = "publication", _("Publication on the site")
    MENTOR_AGREEMENT = "mentor_agreement", _("A teacher's work as a mentor")
    SPECIAL_CATEGORY = "special_category", _("Data about health")


NEEDED_TO_PAIR = (ConsentPurpose.PROCESSING, ConsentPurpose.PARTICIPATION)


class ConsentStanding(TextChoices):
    """What is there of a person's consent for one purpose."""

    IN_FORCE = "in_force", _("in force")
    MISSING = "missing", _("missing")
    EXPIRED = "expired", _("expired")
    WITHDRAWN = "withdrawn", _("withdrawn")


class SignerBasis(TextChoices):
    SELF = "self", _("the person, of full age")
    PARENT = "parent", _("parent")
    GUARDIAN = "guardian", _("guardian or trustee")


class SheetState(TextChoices):
    """A printed sheet: issued → handed in → filed as a consent."""

    ISSUED = "issued", pgettext_lazy("sheet", "Issued")
    HANDED_IN = "handed_in", pgettext_lazy("sheet", "Handed in")
    FILED = "filed", pgettext_lazy("sheet", "Checked")
    VOID = "void", pgettext_lazy("sheet", "Void")


OPEN_SHEETS = (SheetState.ISSUED, SheetState.HANDED_IN)


class PageState(TextChoices):
    """A scanned page: filed by its code, or waiting for the curator's hand."""

    FILED = "filed", pgettext_lazy("page", "Filed")
    UNREAD = "unread", pgettext_lazy("page", "Code not read")
    REFUSED = "refused", pgettext_lazy("page", "Needs a look")
    ASIDE = "aside", pgettext_lazy("page", "Set aside")


class SheetsFormat(TextChoices):
    """What many printed consents come as."""

    PDF = "pdf", _("one PDF with contents")
    ZIP = "zip", _("an archive, one PDF for each person")
