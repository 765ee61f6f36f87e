from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PairState(TextChoices):
    PROPOSED = "proposed", _("Proposed")
    AGREED = "agreed", _("Agreed")
    IN_ORDER = "in_order", _("In an order")
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    COMPLETED = "completed", _("Completed")
    ENDED = "ended", _("Ended early")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OCCUPYING = (PairState.PROPOSED, PairState.AGREED, PairState.IN_ORDER, PairState.ACTIVE, PairState.SUSPENDED)
FINISHED = (PairState.COMPLETED, PairState.ENDED)


class FinishWay(TextChoices):
    """Whose decision the end was; the plan needs nobody's."""

    PLAN = "plan", _("Plan completed")
    MENTOR = "mentor", _("On the mentor's initiative")
    MENTEE = "mentee", _("On the mentee's initiative")
    MUTUAL = "mutual", _("By mutual decision")
    CURATOR = "curator", _("On the curator's initiative")


class Told(TextChoices):
    """Who learnt of the end from the curator."""

    MENTOR = "mentor", _("the mentor")
    MENTEE = "mentee", _("the mentee")
    GUARDIAN = "guardian", _("the parents")
    CLASS_TEACHER = "class_teacher", _("the class teacher")
    ADMINISTRATION = "administration", _("the administration")


class AmendmentState(TextChoices):
    WAITING = "waiting", _("Waits for agreement")
    APPLIED = "applied", _("In force")
    DROPPED = "dropped", _("Dropped")


class RequestKind(TextChoices):
    LAY_DOWN = "lay_down", _("To lay down the mentor's duties")
    ANOTHER_MENTOR = "another_mentor", _("To have another mentor")


class ConcernAbout(TextChoices):
    MENTOR = "mentor", _("The mentor or our meetings")
    OTHER = "other", _("Something else: at home, in class, with other people")


class ConcernState(TextChoices):
    OPEN = "open", _("Being looked into")
    CLOSED = "closed", _("Closed")


class ConcernOutcome(TextChoices):
    CLEARED = "cleared", _("Nothing stands against the work of the pair")
    STOPPED = "stopped", _("The pair does not go on")
    PASSED_ON = "passed_on", _("Passed on to the authorities, the pair does not go on")


class MeetingType(TextChoices):
    """The five types of the cycle and the closing meeting of all pairs."""

    ORGANISATIONAL = "organisational", _("Organisational")
    TRIAL = "trial", _("Trial")
    PLANNING = "planning", _("Planning")
    REGULAR = "regular", _("Regular")
    CLOSING = "closing", _("Closing")
    GROUP_CLOSING = "group_closing", _("Group closing")


class MeetingMode(TextChoices):
    IN_PERSON = "in_person", _("In person")
    REMOTE = "remote", _("Remote")


class Side(TextChoices):
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")


class PlanSection(TextChoices):
    """Parts of the individual plan; their order is that of the words below."""

    DIFFICULTIES = "1_difficulties", _("Difficulties and ways through them")
    ADAPTATION = "2_adaptation", _("Taking up the post")
    DEVELOPMENT = "2_development", _("Directions of development")


class WishWay(TextChoices):
    """How an answer came in."""

    SIGNED_IN = "signed_in", _("On a phone, signed in")
    LINK = "link", _("By a personal link")
    PAPER = "paper", _("On paper")


class Attitude(TextChoices):
    """What a mentor says about a mentee; neutral is not stored."""

    PREFER = "prefer", _("Gladly")
    NEUTRAL = "neutral", _("All the same")
    AVOID = "avoid", _("Rather not")


class VetoSide(TextChoices):
    """Who forbids the pair; the curator and the psychologist are staff."""

    MENTEE = "mentee", _("the mentee")
    MENTOR = "mentor", _("the mentor")
    GUARDIAN = "guardian", _("the guardian")
    STAFF = "staff", _("the curator or the psychologist")


class Word(TextChoices):
    """What a side says after a meeting before the choice."""

    YES = "yes", _("Yes")
    NO = "no", _("No")


class RunState(TextChoices):
    COUNTING = "counting", _("Is being counted")
    DRAFT = "draft", _("Draft")
    ADOPTED = "adopted", _("Adopted")
    DROPPED = "dropped", _("Set aside")


class BoardStepKind(TextChoices):
    MOVE = "move", _("Moved to another mentor")
    LOCK = "lock", _("Locked")
    UNLOCK = "unlock", _("Unlocked")
    FORBID = "forbid", _("Forbidden")
    ALLOW = "allow", _("Allowed again")
    INTRODUCE = "introduce", _("Answers after the meetings")
    UNDO = "undo", _("Step taken back")
