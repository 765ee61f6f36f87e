from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
