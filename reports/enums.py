from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrderState(TextChoices):
    DRAFT = "draft", _("Draft")
    SENT = "sent", _("With the director")
    RETURNED = "returned", _("Returned with a remark")
    SIGNED = "signed", _("Signed")
    ANNULLED = "annulled", _("Annulled by another order")
    REGISTERED = "registered", _("Issued before Tandem")
    DISCARDED = "discarded", _("Discarded")


OPEN_STATES = (OrderState.DRAFT, OrderState.SENT, OrderState.RETURNED)  # on its way to a signature
IN_FORCE = (OrderState.SIGNED, OrderState.REGISTERED)

PAIRING = "pairing"  # the kind of order that fixes pairs; all kinds stand in reports/texts/orders.toml
ANNULMENT = "annulment"
REPLACEMENT = "replacement"
EARLIER = "earlier"  # an order issued before Tandem: only its requisites are known


class OrderEffect(TextChoices):
    """What the signature does besides giving a number."""

    NONE = "none", _("Changes nothing in the pairs")
    ACTIVATE = "activate_pairs", _("Pairs start to work")
    END = "end_pairs", _("Pairs finish their work")
    CHANGE = "change_pairs", _("Some pairs start, some finish")
    REPLACE = "replace_mentor", _("A mentor is replaced")
    ANNUL = "annul", _("Another order loses its force")


class DocumentState(TextChoices):
    """A paper that is no order: who approves it signs the printed sheet or an order."""

    DRAFT = "draft", _("Draft")
    FINAL = "final", _("Ready")
    DISCARDED = "discarded", _("Discarded")


class Outcome(TextChoices):
    COMPLETED = "completed", _("The term is over: completed")
    ENDED = "ended", _("Before the term: ended early")


class Way(TextChoices):
    """How somebody has acknowledged an order."""

    SYSTEM = "system", _("In the system")
    SHEET = "sheet", _("Signed the sheet")


class Reader(TextChoices):
    """Who stands on the acknowledgement sheet of an order."""

    RESPONSIBLE = "responsible", _("Who answers by the order")
    COORDINATOR = "coordinator", _("The coordinator whom the order names")
    CONTROLLER = "controller", _("Whom the director charges with the control")
    NAMED = "named", _("Everybody in the lists of the order")
    MENTORS = "mentors", _("Mentors")
    MENTEES = "mentees", _("Mentees")
    GUARDIANS = "guardians", _("Parents or guardians of mentees under 14")


class NameCase(TextChoices):
    GENITIVE = "genitive", _("Genitive (whose?)")
    DATIVE = "dative", _("Dative (to whom?)")
    ACCUSATIVE = "accusative", _("Accusative (whom?)")
    INSTRUMENTAL = "instrumental", _("Instrumental (by whom?)")


class ReportFormat(TextChoices):
    PDF = "pdf", "PDF"
    XLSX = "xlsx", "XLSX"


class FolderFormat(TextChoices):
    """Everything an inspection asks for: an archive of papers, or all of them bound into one."""

    ZIP = "zip", "ZIP"
    PDF = "pdf", "PDF"


class FolderChapter(StrEnum):
    """What the folder of a programme is collected from, in its order; the work is parted by chapters and by what they hold."""

    REGISTER = "register"
    ORDERS = "orders"
    READERS = "readers"
    DOCUMENTS = "documents"
    ROADMAP = "roadmap"
    MENTORS = "mentors"
    MENTEES = "mentees"
    CONSENTS = "consents"
    MEETINGS = "meetings"
    PAIRS = "pairs"
    PAIR_DOCUMENTS = "pair_documents"
    MONITORING = "monitoring"
