"""Opening and closing the questionnaires of one wave."""

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from monitoring.enums import CampaignState, Phase, Wave
from monitoring.models import Campaign, Invitation
from monitoring.queries import participants_of, why_not_yet
from monitoring.services.questionnaires import questionnaire_for
from participants.enums import ConsentPurpose
from participants.models import Person
from participants.services.consent_rules import NOT_GIVEN, people_without_consents
from programmes.models import Programme


@transaction.atomic
def open_campaign(*, actor, programme, phase, wave, opened_on=None) -> Campaign:
    """Open a wave and invite everybody who works in a pair. A second press of the same person returns the first campaign."""
    actor.must(Permission.MANAGE_MONITORING)
    phase, wave = Phase(phase), Wave(wave)
    Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    campaigns = Campaign.objects.filter(programme=programme, phase=phase)
    held = {campaign.wave: campaign for campaign in campaigns.select_related("opened_by__user")}
    if wave in held:
        return _answer_second_opening(held[wave], actor)
    participants = participants_of(programme)
    why = why_not_yet(wave, held.get(Wave.ENTRY), bool(participants))
    if why:
        raise Refusal(why)
    opened_on = opened_on or today()
    if wave == Wave.EXIT and opened_on < held[Wave.ENTRY].closed_on:
        raise Refusal(_("The exit questionnaires cannot open before the entry ones closed. Choose a later date."))
    campaign = Campaign.objects.create(
        school_id=actor.school_id, programme=programme, phase=phase, wave=wave, opened_on=opened_on, opened_by=actor
    )
    invited = _invite(campaign, participants)
    record(actor, "campaign.opened", campaign, programme=str(programme), invited=invited)
    return campaign


def _answer_second_opening(campaign, actor) -> Campaign:
    if campaign.opened_by_id == actor.pk and campaign.state == CampaignState.OPEN:
        return campaign
    raise Refusal(
        _("%(person)s opened these questionnaires on %(day)s. They open once; see who has answered.")
        % {"person": campaign.opened_by.user, "day": date_format(campaign.opened_on, "DATE_FORMAT")}
    )


def _invite(campaign, participants) -> int:
    """Invite those who have no invitation yet, each with the questionnaire of the form."""
    already = set(campaign.invitations.values_list("person_id", "side"))
    silent = _without_consent(participants)
    new = {who: form_code for who, form_code in participants.items() if who not in already and who[0] not in silent}
    kinds = {(form_code, side) for (_person, side), form_code in new.items()}
    questionnaires = {
        (form_code, side): questionnaire_for(school_id=campaign.school_id, phase=campaign.phase, form_code=form_code, side=side)
        for form_code, side in sorted(kinds)
    }
    common = {"school_id": campaign.school_id, "campaign": campaign}
    Invitation.objects.bulk_create(
        Invitation(**common, questionnaire=questionnaires[form_code, side], person_id=person_id, side=side)
        for (person_id, side), form_code in new.items()
    )
    return len(new)


def _without_consent(participants) -> set[int]:
    """They are invited as newcomers when their consent is recorded."""
    people = Person.objects.filter(pk__in={key for key, _side in participants})
    return {person.pk for person, _words in people_without_consents(people, (ConsentPurpose.PROCESSING,), stops=NOT_GIVEN)}


@transaction.atomic
def invite_newcomers(*, actor, campaign) -> int:
    """Invite the people of pairs that became active after the opening."""
    actor.must(Permission.MANAGE_MONITORING)
    locked = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if locked.state != CampaignState.OPEN:
        raise Refusal(_("These questionnaires are closed. Reopen them, then invite the newcomers."))
    invited = _invite(locked, participants_of(locked.programme))
    if invited:
        record(actor, "campaign.widened", locked, invited=invited)
    return invited


@transaction.atomic
def close_campaign(*, actor, campaign, closed_on=None) -> Campaign:
    """Close a wave: nobody can answer any more. Closing what is closed changes nothing."""
    actor.must(Permission.MANAGE_MONITORING)
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if campaign.state == CampaignState.CLOSED:
        return campaign
    closed_on = closed_on or today()
    if closed_on < campaign.opened_on:
        opened = date_format(campaign.opened_on, "DATE_FORMAT")
        raise Refusal(_("The questionnaires opened on %(day)s. Choose that day or a later one.") % {"day": opened})
    campaign.state, campaign.closed_on = CampaignState.CLOSED, closed_on
    campaign.save(update_fields=["state", "closed_on"])
    waiting = campaign.invitations.filter(answered_at__isnull=True).count()
    record(actor, "campaign.closed", campaign, programme=str(campaign.programme), without_answer=waiting)
    return campaign


@transaction.atomic
def reopen_campaign(*, actor, campaign) -> Campaign:
    """Take a closing back, as long as the exit wave of the phase has not opened."""
    actor.must(Permission.MANAGE_MONITORING)
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if campaign.state == CampaignState.OPEN:
        return campaign
    later = Campaign.objects.filter(programme=campaign.programme_id, phase=campaign.phase, wave=Wave.EXIT).exclude(pk=campaign.pk)
    if later.exists():
        raise Refusal(_("The exit questionnaires have opened, so the entry ones stay as they are."))
    campaign.state, campaign.closed_on = CampaignState.OPEN, None
    campaign.save(update_fields=["state", "closed_on"])
    record(actor, "campaign.reopened", campaign, programme=str(campaign.programme))
    return campaign
