"""Questionnaires of entry on paper: a blank for the pen, and cards with personal links."""

import datetime

from django.urls import reverse

from accounts.link_sheets import LinkCard, link_sheet
from accounts.models import PersonalLink
from accounts.services.links import token_of
from mentoring.common.papers import Paper, render_paper
from participants.enums import ImportBase
from participants.queries.entry_texts import questionnaire
from participants.queries.topics import topic_choices

PAGES = {ImportBase.MENTORS: "participants:entry_mentor", ImportBase.MENTEES: "participants:entry_mentee"}
LINES = {"long": 4, "text": 1, "number": 1, "range": 1}


def entry_blank(school, base: str) -> Paper:
    """Every question with its ticks or lines; the groups of the dictionary as the school has them today."""
    words = questionnaire(base)
    questions = [
        {
            "text": question.text,
            "hint": question.hint,
            "kind": question.kind,
            "ticks": _ticks(question.groups),
            "lines": range(LINES.get(question.kind, 0)),
        }
        for question in words.questions
    ]
    return render_paper("participants/papers/entry.html", {"school": school, "words": words, "questions": questions})


def entry_cards(base: str, records, links: dict[int, PersonalLink], *, address: str) -> Paper:
    """A card a record; `address` is that of the site."""
    cards = [
        LinkCard(record.person.full_name, record.person.place, address + link_path(base, links[record.pk]))
        for record in records
        if record.pk in links
    ]
    until = max((link.expires_on for link in links.values()), default=datetime.date.min)
    lead = "Наведите камеру телефона на квадрат и ответьте на вопросы, это займёт несколько минут."
    return link_sheet(title=questionnaire(base).title, lead=lead, until=until, cards=cards)


def link_path(base: str, link: PersonalLink) -> str:
    return reverse(PAGES[ImportBase(base)], args=[token_of(link)])


def _ticks(groups) -> list[str]:
    """Titles of the topics, without the headings of groups."""
    choices = topic_choices(groups) if groups else []
    if len(groups) > 1:
        choices = [choice for _label, of_group in choices for choice in of_group]
    return [title for _key, title in choices]
