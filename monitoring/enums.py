from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Phase(TextChoices):
    """The two stages of monitoring (Р-145): quality of the process, influence on the participants."""

    QUALITY = "quality", _("Quality of the programme")
    INFLUENCE = "influence", _("Influence on the participants")


class Wave(TextChoices):
    ENTRY = "entry", _("Entry")
    EXIT = "exit", _("Exit")


class CampaignState(TextChoices):
    OPEN = "open", pgettext_lazy("campaign", "Open")
    CLOSED = "closed", pgettext_lazy("campaign", "Closed")


class AnswerWay(TextChoices):
    """How the answers came. By link nobody is known to have signed in, so no member stands beside them."""

    ACCOUNT = "account", _("from the account")
    LINK = "link", _("by personal link")
    PAPER = "paper", _("from paper")


class ItemKind(TextChoices):
    SCALE10 = "scale10", _("scale from 1 to 10")
    YES_NO = "yes_no", _("yes or no")
    OPEN = "open", _("open question")
    SINGLE = "single", _("one of several")


class Direction(TextChoices):
    HIGHER = "higher", _("higher is better")
    LOWER = "lower", _("lower is better")


class Level(TextChoices):
    """Levels of the indicator table."""

    OPTIMAL = "optimal", _("Optimal")
    ACCEPTABLE = "acceptable", _("Acceptable")
    UNACCEPTABLE = "unacceptable", _("Unacceptable")


class Verdict(TextChoices):
    """What became of a characteristic between entry and exit, its direction taken into account."""

    IMPROVED = "improved", _("improved")
    UNCHANGED = "unchanged", _("unchanged")
    WORSE = "worse", _("worse")
    TOO_FEW = "too_few", _("too few answers")
    NO_EXIT = "no_exit", _("no exit answers yet")


class SlotState(TextChoices):
    """Where one wave of a phase stands in the programme's task list."""

    NOT_YET = "not_yet", pgettext_lazy("task", "Not possible yet")
    NOT_STARTED = "not_started", pgettext_lazy("task", "Not started")
    IN_PROGRESS = "in_progress", pgettext_lazy("task", "Under way")
    DONE = "done", pgettext_lazy("task", "Done")
