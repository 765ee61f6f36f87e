"""Answers to a round of wishes."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from accounts.services.journal import record
from accounts.services.links import note_used
from mentoring.common.clock import now
from mentoring.common.refusal import Refusal
from pairs.enums import Attitude, Side, WishWay
from pairs.models import MentorView, Wish, WishRound, WishSheet
from pairs.queries.wishes import LEAST, offered_to_mentee, offered_to_mentor
from participants.models import MenteeRecord, MentorRecord
from participants.services.consent_rules import require_consents

LINK_PURPOSES = {Side.MENTEE: "wishes_mentee", Side.MENTOR: "wishes_mentor"}


@transaction.atomic
def give_wishes(*, actor, mentee, wishes, link=None) -> WishSheet:
    """A mentee's wishes, `[(mentor record, reason), …]` from the first on; an empty list leaves the choice to the curator.

    A later answer takes the place of the earlier one.
    """
    way = way_of(actor, mentee, link)
    wish_round = _open_round(mentee.programme)
    mentee = MenteeRecord.objects.select_for_update(of=("self",)).select_related("person", "programme").get(pk=mentee.pk)
    require_consents([mentee.person])
    offered = {mentor.pk for mentor in offered_to_mentee(mentee)}
    _check_choice([mentor for mentor, _reason in wishes], offered)
    if way != WishWay.PAPER and not all(reason.strip() for _mentor, reason in wishes):
        raise Refusal(_("Say in a few words why you choose each of them."))
    sheet = _take_sheet(actor, wish_round, Side.MENTEE, way, mentee=mentee)
    Wish.objects.bulk_create(
        Wish(school_id=sheet.school_id, sheet=sheet, mentor=mentor, rank=rank, reason=reason.strip())
        for rank, (mentor, reason) in enumerate(wishes, 1)
    )
    return _finish(actor, sheet, len(wishes), link)


@transaction.atomic
def give_views(*, actor, mentor, views, link=None) -> WishSheet:
    """What a mentor says of mentees, `{mentee record: (attitude, reason)}`; who is not named is neutral."""
    way = way_of(actor, mentor, link)
    wish_round = _open_round(mentor.programme)
    if not wish_round.asks_mentors:
        raise Refusal(_("This programme does not ask mentors for wishes."))
    mentor = MentorRecord.objects.select_for_update(of=("self",)).select_related("person", "programme").get(pk=mentor.pk)
    require_consents([mentor.person])
    named = {mentee: view for mentee, view in views.items() if view[0] != Attitude.NEUTRAL}
    offered = {mentee.pk for mentee in offered_to_mentor(mentor)}
    preferred = [mentee for mentee, (attitude, _reason) in named.items() if attitude == Attitude.PREFER]
    _check_choice(preferred, offered)
    _check_offered(named, offered)
    if not all(reason.strip() for attitude, reason in named.values() if attitude == Attitude.AVOID):
        raise Refusal(_("Say why not, at least in a few words: the curators alone read it."))
    sheet = _take_sheet(actor, wish_round, Side.MENTOR, way, mentor=mentor)
    MentorView.objects.bulk_create(
        MentorView(school_id=sheet.school_id, sheet=sheet, mentee=mentee, attitude=attitude, reason=reason.strip())
        for mentee, (attitude, reason) in named.items()
    )
    return _finish(actor, sheet, len(named), link)


def way_of(actor, row, link=None) -> WishWay:
    """How this person answers for the record. Raises `PermissionDenied` for somebody else."""
    purpose = LINK_PURPOSES[Side.MENTEE if isinstance(row, MenteeRecord) else Side.MENTOR]
    if link is not None and (link.purpose, link.subject) == (purpose, row.pk):
        return WishWay.LINK
    if row.person.user_id is not None and row.person.user_id == actor.user_id:
        return WishWay.SIGNED_IN
    actor.must(Permission.MANAGE_PAIRS)
    return WishWay.PAPER


def _open_round(programme) -> WishRound:
    wish_round = WishRound.objects.filter(programme=programme).first()
    if wish_round is None:
        raise PermissionDenied
    if not wish_round.is_open:
        closed = _("Answers were taken until %(day)s. Ask the curator to open the wishes again.")
        raise Refusal(closed % {"day": date_format(wish_round.last_day)})
    return wish_round


def _check_choice(chosen, offered: set[int]) -> None:
    keys = [one.pk for one in chosen]
    if len(set(keys)) < len(keys):
        raise Refusal(_("Somebody is named twice. Leave each of them in one place."))
    _check_offered(chosen, offered)
    least = min(LEAST, len(offered))
    if chosen and len(chosen) < least:
        raise Refusal(
            ngettext(
                "Choose at least %(least)s, or nobody: then the curator chooses.",
                "Choose at least %(least)s, or nobody: then the curator chooses.",
                least,
            )
            % {"least": least}
        )


def _check_offered(chosen, offered: set[int]) -> None:
    gone = [one.person.short_name for one in chosen if one.pk not in offered]
    if gone:
        raise Refusal(_("No longer to be chosen: %(names)s. Choose somebody else.") % {"names": ", ".join(gone)})


def _take_sheet(actor, wish_round, side, way, **owner) -> WishSheet:
    facts = {"way": way, "answered_at": now(), "entered_by": actor if way == WishWay.PAPER else None}
    sheet, created = WishSheet.objects.update_or_create(
        round=wish_round, side=side, **owner, defaults=facts, create_defaults={"school_id": wish_round.school_id, **facts}
    )
    if not created:
        sheet.wishes.all().delete()
        sheet.views.all().delete()
    sheet.is_new = created
    return sheet


def _finish(actor, sheet, count, link) -> WishSheet:
    if link is not None:
        note_used(link)
    record(actor, "wishes.given" if sheet.is_new else "wishes.changed", sheet, way=sheet.way, count=count)
    return sheet
