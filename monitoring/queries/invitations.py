from django.db.models import Count, F, Q

from monitoring.enums import ItemKind, Wave
from monitoring.models import Invitation


def own_invitations(actor) -> list[Invitation]:
    """Return the questionnaires of the person behind `actor`, newest first, each with `questions`, how many it asks."""
    asked_now = Q(campaign__wave=Wave.ENTRY) & ~Q(questionnaire__items__expected="")
    asked_now |= Q(campaign__wave=Wave.EXIT) & ~Q(questionnaire__items__actual="")
    found = Invitation.objects.filter(person__user_id=actor.user_id).with_names()
    counted = found.annotate(questions=Count("questionnaire__items", filter=asked_now))
    return list(counted.order_by(F("answered_at").desc(nulls_first=True), "-campaign__opened_on", "-pk"))


def given_answers(invitation) -> list[dict]:
    """Return the questions of the wave with what was answered, "" where nothing was."""
    given = {answer.item_id: answer for answer in invitation.answers.all()}
    wave = invitation.campaign.wave
    return [
        {"question": item.text_at(wave), "item": item, "answer": given.get(item.pk), "yes_no": item.kind == ItemKind.YES_NO}
        for item in invitation.questionnaire.items.all()
        if item.text_at(wave)
    ]
