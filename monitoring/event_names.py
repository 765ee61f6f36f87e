from django.utils.translation import gettext_lazy as _

from accounts.event_names import name_events

name_events(
    {
        "campaign.opened": _("Questionnaires opened"),
        "campaign.closed": _("Questionnaires closed"),
        "campaign.reopened": _("Questionnaires reopened"),
        "campaign.links_issued": _("Links to the questionnaires printed"),
        "campaign.widened": _("Newcomers invited to the questionnaires"),
        "invitation.answered": _("Questionnaire answered"),
        "indicator_sheet.filled": _("Indicators marked"),
    }
)
