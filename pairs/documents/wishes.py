"""Papers of the wishes: sheets to fill by hand, and cards with personal links."""

from django.urls import reverse

from accounts.link_sheets import LinkCard, link_sheet
from accounts.services.links import token_of
from mentoring.common.papers import Paper, render_paper
from pairs.enums import Side
from pairs.models import WishRound
from pairs.queries.fitting import fit_of
from pairs.queries.wishes import LEAST, ROWS, Asked, cards
from participants.models import MenteeRecord, MentorRecord


def wish_blanks_paper(wish_round: WishRound, asked: list[Asked]) -> Paper:
    return render_paper("pairs/papers/wishes.html", {"sheets": blanks(wish_round, asked)})


def blanks(wish_round: WishRound, asked: list[Asked]) -> list[dict]:
    """Facts of each sheet; the other side is numbered on each sheet anew."""
    pairs = list(fit_of(wish_round.programme).scores)
    mentors = {one.pk: one for one in cards(MentorRecord, {mentor for _mentee, mentor in pairs})}
    mentees = {one.pk: one for one in cards(MenteeRecord, {mentee for mentee, _mentor in pairs})}
    offers: dict[tuple[Side, int], set[int]] = {}
    for mentee, mentor in pairs:
        offers.setdefault((Side.MENTEE, mentee), set()).add(mentor)
        offers.setdefault((Side.MENTOR, mentor), set()).add(mentee)
    others = {Side.MENTEE: mentors, Side.MENTOR: mentees}
    return [
        {
            "programme": wish_round.programme.title,
            "school": wish_round.school.full_name,
            "closes_on": wish_round.closes_on,
            "name": one.record.person.full_name,
            "place": one.record.person.place,
            "of_mentee": one.side == Side.MENTEE,
            "people": [row for key, row in others[one.side].items() if key in offers.get((one.side, one.record.pk), ())],
            "places": range(1, ROWS + 1),
            "least": LEAST,
        }
        for one in asked
    ]


def wish_links_paper(wish_round: WishRound, asked: list[Asked], links: dict, address: str) -> Paper:
    """`links` by (side, record key); `address` of the site."""
    rows = [
        LinkCard(
            one.record.person.full_name,
            one.record.person.place,
            address + reverse(f"pairs:{one.side}_wishes_link", args=[token_of(links[one.side, one.record.pk])]),
        )
        for one in asked
    ]
    lead = "Откройте ссылку на телефоне и выберите наставников. Ссылка личная: не передавайте её другим."
    return link_sheet(title="Пожелания к паре", lead=lead, until=wish_round.closes_on, cards=rows)
