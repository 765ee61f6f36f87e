"""Cards with personal links to the questionnaires of a wave."""

import datetime

from django.urls import reverse
from django.utils import translation

from accounts.link_sheets import LinkCard, link_sheet
from accounts.models import PersonalLink
from accounts.services.links import token_of
from mentoring.common.papers import Paper


def invitation_cards(campaign, invitations, links: dict[int, PersonalLink], *, address: str) -> Paper:
    """A card an invitation; `address` is that of the site."""
    with translation.override("ru"):
        cards = [_card(invitation, address + link_path(links[invitation.pk])) for invitation in invitations if invitation.pk in links]
        title = f"{campaign.programme.title}. {campaign}"
    until = max((link.expires_on for link in links.values()), default=datetime.date.min)
    lead = "Наведите камеру телефона на квадрат и ответьте на вопросы анкеты. За младшего ребёнка может ответить родитель."
    return link_sheet(title=title, lead=lead, until=until, cards=cards)


def link_path(link: PersonalLink) -> str:
    return reverse("monitoring:answer_link", args=[token_of(link)])


def _card(invitation, address: str) -> LinkCard:
    person = invitation.person
    note = ", ".join(word for word in (person.place, invitation.get_side_display().lower()) if word)
    return LinkCard(person.full_name, note, address)
