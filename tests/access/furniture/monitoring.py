from mentoring.common.clock import now
from monitoring.enums import Phase, Wave
from monitoring.services import open_campaign
from tests.access.furniture.links import personal_link


def monitoring_keys(pair, curator) -> dict:
    """A campaign that the mentee has answered and the mentor has not."""
    campaign = open_campaign(actor=curator, programme=pair.programme, phase=Phase.INFLUENCE, wave=Wave.ENTRY)
    waiting = campaign.invitations.get(person=pair.mentor.person)
    answered = campaign.invitations.get(person=pair.mentee_people[0])
    answered.answered_at, answered.answered_by, answered.way = now(), curator, "account"
    answered.save(update_fields=["answered_at", "answered_by", "way"])
    return {
        "campaign": campaign.pk,
        "invitation": waiting.pk,
        "questionnaire_link": personal_link(curator, "questionnaire", waiting.pk),
        "answered": answered.pk,
    }
