"""Taking in the answers of one questionnaire."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from monitoring.enums import CampaignState, ItemKind
from monitoring.models import Answer, Invitation

LONGEST_TEXT = 4000


@transaction.atomic
def submit_answers(*, actor, invitation, values: dict) -> Invitation:
    """Write the answers of a questionnaire once. `values` maps the code of an item to 1–10, True or False, an option or a text.

    The invited person answers every closed question; whoever enters a paper sheet leaves out what the sheet leaves out.
    """
    own = invitation.belongs_to(actor)
    if not own and not actor.may(Permission.MANAGE_MONITORING):
        raise PermissionDenied
    invitation = Invitation.objects.select_for_update(of=("self",)).with_names().get(pk=invitation.pk)
    if invitation.answered_at is not None:
        raise Refusal(_("This questionnaire has already been answered. Its answers stay as they were sent."))
    if invitation.campaign.state != CampaignState.OPEN:
        raise Refusal(_("These questionnaires are closed. Ask the curator to reopen them."))
    items = [item for item in invitation.questionnaire.items.all() if item.text_at(invitation.campaign.wave)]
    answers = [answer for answer in (_answer(invitation, item, values.get(item.code), own) for item in items) if answer is not None]
    if not answers:
        raise Refusal(_("Nothing is filled in. Enter at least one answer of the sheet."))
    Answer.objects.bulk_create(answers)
    invitation.answered_at, invitation.answered_by, invitation.from_paper = clock.now(), actor, not own
    invitation.save(update_fields=["answered_at", "answered_by", "from_paper"])
    record(actor, "invitation.answered", invitation, from_paper=invitation.from_paper)
    return invitation


def _answer(invitation, item, value, own: bool) -> Answer | None:
    if value in (None, ""):
        if own and item.kind != ItemKind.OPEN:
            raise Refusal(_("“%(question)s” has no answer. Choose one.") % {"question": item.text_at(invitation.campaign.wave)})
        return None
    number, text = _clean(item, value, item.text_at(invitation.campaign.wave))
    return Answer(school_id=invitation.school_id, invitation=invitation, item=item, number=number, text=text)


def _clean(item, value, question: str) -> tuple[int | None, str]:
    """Return what is stored, number and text; refuse what the kind of the question does not allow."""
    if item.kind == ItemKind.SCALE10:
        number = int(value) if str(value).isdecimal() else 0
        if not 1 <= number <= 10:
            raise Refusal(_("“%(question)s”: choose a number from 1 to 10.") % {"question": question})
        return number, ""
    if item.kind == ItemKind.YES_NO:
        if value not in (True, False):
            raise Refusal(_("“%(question)s”: choose yes or no.") % {"question": question})
        return int(value), ""
    if item.kind == ItemKind.SINGLE and value not in item.options:
        raise Refusal(_("“%(question)s”: choose one of the answers offered.") % {"question": question})
    return None, str(value).strip()[:LONGEST_TEXT]
