"""Taking in the answers of one questionnaire."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import PersonalLink
from accounts.permissions import Permission
from accounts.services.journal import record
from accounts.services.links import note_used
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from monitoring.enums import AnswerWay, CampaignState, ItemKind
from monitoring.models import Answer, Invitation
from monitoring.services.links import LINK_PURPOSE
from participants.enums import ConsentPurpose
from participants.services.consent_rules import NOT_GIVEN, require_consents

LONGEST_TEXT = 4000


def consent_gap(invitation) -> str:
    """Why nobody may answer for this person now, or nothing: the sheet on processing names the answers to questionnaires."""
    try:
        require_consents([invitation.person], (ConsentPurpose.PROCESSING,), stops=NOT_GIVEN)
    except Refusal as refusal:
        return refusal.sentence
    return ""


def submit_answers(*, actor, invitation, values: dict) -> Invitation:
    """Write the answers of a questionnaire once. `values` maps the code of an item to 1–10, True or False, an option or a text.

    The invited person answers every closed question; whoever enters a paper sheet leaves out what the sheet leaves out.
    """
    own = invitation.belongs_to(actor)
    if not own and not actor.may(Permission.MANAGE_MONITORING):
        raise PermissionDenied
    return _take(actor, invitation, values, AnswerWay.ACCOUNT if own else AnswerWay.PAPER)


@transaction.atomic
def submit_linked_answers(*, bearer, link: PersonalLink, invitation, values: dict) -> Invitation:
    """By the personal link of this very invitation; who of the family held the phone is not known, so no author is written."""
    if (link.purpose, link.subject) != (LINK_PURPOSE, invitation.pk) or not link.is_open:
        raise Refusal(_("This link is not for this questionnaire."))
    invitation = _take(bearer, invitation, values, AnswerWay.LINK)
    note_used(link)
    return invitation


@transaction.atomic
def _take(actor, invitation, values: dict, way: AnswerWay) -> Invitation:
    invitation = Invitation.objects.select_for_update(of=("self",)).with_names().get(pk=invitation.pk)
    if invitation.answered_at is not None:
        raise Refusal(_("This questionnaire has already been answered. Its answers stay as they were sent."))
    if invitation.campaign.state != CampaignState.OPEN:
        raise Refusal(_("These questionnaires are closed. Ask the curator to reopen them."))
    if why := consent_gap(invitation):
        raise Refusal(why)
    items = [item for item in invitation.questionnaire.items.all() if item.text_at(invitation.campaign.wave)]
    in_full = way != AnswerWay.PAPER
    answers = [answer for answer in (_answer(invitation, item, values.get(item.code), in_full) for item in items) if answer is not None]
    if not answers:
        raise Refusal(_("Nothing is filled in. Enter at least one answer of the sheet."))
    Answer.objects.bulk_create(answers)
    invitation.answered_at, invitation.answered_by, invitation.way = clock.now(), actor if actor.pk else None, way
    invitation.save(update_fields=["answered_at", "answered_by", "way"])
    record(actor, "invitation.answered", invitation, way=str(way.label))
    return invitation


def _answer(invitation, item, value, in_full: bool) -> Answer | None:
    if value in (None, ""):
        if in_full and item.kind != ItemKind.OPEN:
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
