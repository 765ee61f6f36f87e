"""What this room tells of a person: that a questionnaire was answered and when, never an answer."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.models import Invitation
from participants.queries.story import Event, story_part


@story_part("questionnaires", gettext_lazy("Questionnaires of monitoring"))
def questionnaires(person, actor):
    rows = Invitation.objects.visible_to(actor).filter(person=person, answered_at__isnull=False)
    for row in rows.select_related("questionnaire", "campaign"):
        words = {"title": row.questionnaire.title, "campaign": row.campaign}
        yield Event(localdate(row.answered_at), _("Answered: %(title)s. %(campaign)s") % words, "card-checklist", "good")
