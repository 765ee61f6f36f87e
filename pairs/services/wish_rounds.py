"""Rounds of wishes: opened, closed, opened again, and the links that lead to them."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from accounts.services.links import issue_links
from mentoring.common.clock import now, today
from mentoring.common.refusal import Refusal
from pairs.enums import Side
from pairs.models import WishRound
from pairs.services.wishing import LINK_PURPOSES


@transaction.atomic
def open_wish_round(*, actor, programme, closes_on, asks_mentors=False) -> WishRound:
    """Ask for wishes until a day; a round that is there is opened again, and what was answered stays."""
    actor.must(Permission.MANAGE_PAIRS)
    if closes_on < today():
        raise Refusal(_("The last day is over already. Choose a later one."))
    if closes_on > programme.ends_on:
        raise Refusal(_("The programme ends before this day. Choose an earlier one."))
    facts = {"closes_on": closes_on, "asks_mentors": asks_mentors, "closed_at": None}
    new = {"school_id": actor.school_id, "opens_on": today(), "opened_by": actor, **facts}
    wish_round, created = WishRound.objects.select_for_update(of=("self",)).get_or_create(programme=programme, defaults=new)
    if not created:
        WishRound.objects.filter(pk=wish_round.pk).update(**facts)
        wish_round.refresh_from_db()
    record(actor, "wishes.opened" if created else "wishes.reopened", wish_round, until=str(closes_on))
    return wish_round


@transaction.atomic
def close_wish_round(*, actor, wish_round) -> None:
    """From now on nobody may answer."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = WishRound.objects.select_for_update(of=("self",)).get(pk=wish_round.pk)
    if locked.closed_at is None:
        locked.closed_at = now()
        locked.save(update_fields=["closed_at"])
        record(actor, "wishes.closed", locked)


@transaction.atomic
def issue_wish_links(*, actor, wish_round, asked) -> dict:
    """A personal link for everybody of `asked` (pairs.queries.wishes.Asked); returns links by `(side, record key)`."""
    actor.must(Permission.MANAGE_PAIRS)
    if not wish_round.is_open:
        raise Refusal(_("Nobody can answer now. Open the wishes again first."))
    found = {}
    for side in Side:
        keys = [one.record.pk for one in asked if one.side == side]
        links = issue_links(actor=actor, purpose=LINK_PURPOSES[side], subjects=keys, expires_on=wish_round.closes_on)
        found |= {(side, key): link for key, link in links.items()}
    record(actor, "wishes.links_issued", wish_round, count=len(found))
    return found
