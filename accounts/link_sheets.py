"""Personal links on paper: cards to cut apart, each with a name, a QR code and the address in words."""

from collections.abc import Iterable
from typing import NamedTuple

from mentoring.common.papers import Paper, render_paper
from mentoring.common.papers.qr import qr_svg


class LinkCard(NamedTuple):
    """`address` is absolute; `note` stands under the name, the class for example."""

    name: str
    note: str
    address: str


def link_sheet(*, title: str, lead: str, until, cards: Iterable[LinkCard]) -> Paper:
    """`title` and `lead` are Russian, as every paper is; `until` the last day of the links."""
    rows = [{**card._asdict(), "qr": qr_svg(card.address, title="Личная ссылка")} for card in cards]
    return render_paper("accounts/papers/link_sheet.html", {"title": title, "lead": lead, "until": f"{until:%d.%m.%Y}", "cards": rows})
