"""A reason in a sentence, and the page that repairs it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from participants.enums import Gate, ObstacleCode
from participants.queries.readiness import Blocked, Obstacle, gate_address

CONSENTS = (ObstacleCode.CONSENT_MISSING, ObstacleCode.CONSENT_EXPIRED, ObstacleCode.CONSENT_WITHDRAWN)


def sentence(obstacle: Obstacle) -> str:
    words = {
        ObstacleCode.CONSENT_MISSING: _("No consent: %(subject)s."),
        ObstacleCode.CONSENT_EXPIRED: _("The term of the consent is over: %(subject)s."),
        ObstacleCode.CONSENT_WITHDRAWN: _("Withdrawn: %(subject)s."),
        ObstacleCode.SIGNER_MISSING: _("Nobody is named who signs for this minor."),
        ObstacleCode.QUESTIONNAIRE: _("The questionnaire of entry has not come in."),
        ObstacleCode.INTERVIEW: _("No interview has been passed."),
        ObstacleCode.SCREENING: _("The certificate of no criminal record has not been shown."),
        ObstacleCode.CONTRACT: _("No contract is in force, or the teacher's written consent is missing."),
        ObstacleCode.TRAINING: _("No session of the School of mentors was attended."),
    }
    return words[obstacle.code] % {"subject": obstacle.subject.lower()}


def repair(actor, blocked: Blocked, obstacle: Obstacle) -> dict | None:
    """Label and address of what removes the reason, None for who may not."""
    record = blocked.record
    if obstacle.code in CONSENTS:
        way = (Permission.RECORD_CONSENTS, _("Print the sheet"), f"{reverse('participants:sheets_print')}?person={record.person_id}")
    elif obstacle.code == ObstacleCode.SIGNER_MISSING:
        way = (Permission.MANAGE_PEOPLE, _("Add a representative"), reverse("participants:guardian_add", args=[record.person_id]))
    elif obstacle.gate == Gate.QUESTIONNAIRE:
        base = "mentors" if blocked.is_mentor else "mentees"
        way = (Permission.RECORD_GATES, _("Open the questionnaire"), reverse("participants:entry", args=[base, record.pk]))
    elif obstacle.code == ObstacleCode.CONTRACT:
        way = (Permission.RECORD_CONSENTS, _("Open the contracts"), reverse("participants:contracts"))
    else:
        label = _("Open the sessions") if obstacle.gate == Gate.TRAINING else _("Record it")
        way = (Permission.RECORD_GATES, label, gate_address(record.person, record.programme, obstacle.gate))
    permission, label, url = way
    return {"label": label, "url": url} if actor.may(permission) else None


def told(actor, blocked: Blocked, code: str = "") -> list[dict]:
    """The reasons of one record as the page writes them; with `code` that reason alone."""
    return [
        {"code": str(obstacle.code), "sentence": sentence(obstacle), "repair": repair(actor, blocked, obstacle)}
        for obstacle in blocked.obstacles
        if code in ("", obstacle.code)
    ]
