from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ConsentPurpose(TextChoices):
    """One document per purpose (152-ФЗ as amended by 156-ФЗ, from 01.09.2025)."""

    PROCESSING = "processing", _("Processing of personal data")
    PARTICIPATION = "participation", _("Participation in the programme")
    PUBLICATION = "publication", _("Publication on the site")
    MENTOR_AGREEMENT = "mentor_agreement", _("A teacher's work as a mentor")


NEEDED_TO_PAIR = (ConsentPurpose.PROCESSING, ConsentPurpose.PARTICIPATION)


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


class Gate(TextChoices):
    """What a programme may ask for before a pair, beside the consents."""

    QUESTIONNAIRE = "questionnaire", _("Questionnaire of entry")
    INTERVIEW = "interview", _("Interview")
    SCREENING = "screening", _("Certificate of no criminal record")
    TRAINING = "training", _("School of mentors")
    CONTRACT = "contract", _("Contract of a teacher or of a mentor from outside")


GATES_OF_MENTEES = (Gate.QUESTIONNAIRE,)
MARKED_GATES = (Gate.QUESTIONNAIRE, Gate.INTERVIEW, Gate.SCREENING)  # passed by a mark of staff; training by attendance


class ObstacleCode(TextChoices):
    """Why somebody cannot be paired; the codes stay as they are."""

    CONSENT_MISSING = "consent_missing", _("A consent is missing")
    CONSENT_EXPIRED = "consent_expired", _("The term of a consent is over")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("A consent is withdrawn")
    SIGNER_MISSING = "signer_missing", _("Nobody is named who signs")
    QUESTIONNAIRE = "no_questionnaire", _("No questionnaire of entry")
    INTERVIEW = "no_interview", _("No interview passed")
    SCREENING = "no_screening", _("No certificate of no criminal record")
    TRAINING = "no_training", _("Not trained")
    CONTRACT = "no_contract", _("No contract of the mentor")


class TopicGroup(TextChoices):
    """What a word of the dictionary is about."""

    SUBJECT = "subject", _("School subjects")
    SKILL = "skill", _("Skills")
    SUPPORT = "support", _("Support")
    METHOD = "method", _("Teacher's work")
    CAREER = "career", _("Profession")
    INTEREST = "interest", _("Interests")
    TRAIT = "trait", _("What a mentor is like")


ABOUT_HELP = (TopicGroup.SUBJECT, TopicGroup.SKILL, TopicGroup.SUPPORT, TopicGroup.METHOD, TopicGroup.CAREER)


class Shift(TextChoices):
    FIRST = "first", _("first shift")
    SECOND = "second", _("second shift")


class MentorCategory(TextChoices):
    """Who may be a mentor, by the target model."""

    PUPIL = "pupil", _("motivated pupil")
    TEACHER = "teacher", _("teacher or specialist")
    PARENT = "parent", _("active parent")
    ALUMNUS = "alumnus", _("alumnus")
    EMPLOYEE = "employee", _("employee of an enterprise")
    PUBLIC = "public", _("entrepreneur or public figure")
    VETERAN = "veteran", _("veteran of teaching")


class MentorGrade(TextChoices):
    SPECIALIST = "specialist", _("mentor-specialist")
    SENIOR = "senior", _("senior mentor")
    LEADING = "leading", _("leading mentor")


class NeedCategory(TextChoices):
    """Who may be a mentee, by the target model: pupils first, then teachers."""

    GIFTED = "gifted", _("shows outstanding abilities")
    LOW_RESULTS = "low_results", _("unsatisfactory results in study")
    HEALTH = "health", _("limited health")
    HARDSHIP = "hardship", _("hardship in life")
    BEHAVIOUR = "behaviour", _("troubles of behaviour, on record")
    ALOOF = "aloof", _("apart from the group and the life of the school")
    NOVICE = "novice", _("young specialist, up to three years")
    BURNOUT = "burnout", _("burnout or chronic tiredness")
    NEWCOMER = "newcomer", _("getting used to a new place of work")
    LEARNER = "learner", _("wants to master new programmes and digital skills")


NEEDS_OF_TEACHERS = (NeedCategory.NOVICE, NeedCategory.BURNOUT, NeedCategory.NEWCOMER, NeedCategory.LEARNER)
NEEDS_OF_PUPILS = tuple(need for need in NeedCategory if need not in NEEDS_OF_TEACHERS)


class EntryWay(TextChoices):
    """How a questionnaire of entry came in."""

    LINK = "link", _("by personal link")
    ACCOUNT = "account", _("from the account")
    PAPER = "paper", _("on paper")


class EntryState(TextChoices):
    WAITING = "waiting", pgettext_lazy("questionnaire of entry", "Waits for the curator")
    CONFIRMED = "confirmed", pgettext_lazy("questionnaire of entry", "Taken into the record")
    REPLACED = "replaced", pgettext_lazy("questionnaire of entry", "Sent anew")


class ImportBase(TextChoices):
    MENTORS = "mentors", _("Base of mentors")
    MENTEES = "mentees", _("Base of mentees")


class ImportState(TextChoices):
    COLUMNS = "columns", _("Choosing columns")
    CHECKING = "checking", _("Being checked")
    WRITING = "writing", _("Being written")
    CHECKED = "checked", _("Checked")
    WRITTEN = "written", _("Written")
    DISCARDED = "discarded", _("Set aside")


class RowVerdict(TextChoices):
    CREATE = "create", _("Create")
    CHANGE = "change", _("Change the facts")
    SKIP = "skip", _("Skip: already in the base")
    ERROR = "error", _("Error")


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


class TwinSign(TextChoices):
    """Why two entries may be one person."""

    NAME = "name", _("the same name")
    LETTERS = "letters", _("the same name, but for Latin letters that look Russian")
    NO_PATRONYMIC = "no_patronymic", _("the same surname and first name, one patronymic is missing")
    INITIALS = "initials", _("the same surname, initials and year of birth")
    PHONE = "phone", _("the same phone and first name")
    EMAIL = "email", _("the same e-mail and first name")
