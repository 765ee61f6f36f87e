"""A round of wishes: who is asked, whom each may choose, who has answered."""

from dataclasses import dataclass

from django.db.models import Q

from pairs.enums import Side
from pairs.models import WishRound, WishSheet
from pairs.queries.fitting import fit_of
from participants.enums import ABOUT_HELP, TopicGroup
from participants.models import MenteeRecord, MentorRecord

LEAST = 3  # wishes, or none: whoever names one mentor alone would always win
ROWS = 5


@dataclass(frozen=True)
class Asked:
    """Somebody whom the round asks; `sheet` is None while there is no answer, `wishes` counts what it names."""

    record: MenteeRecord | MentorRecord
    side: Side
    sheet: WishSheet | None
    wishes: int = 0


def asked_of(wish_round: WishRound) -> list[Asked]:
    """Everybody whom the round asks, mentees first, by class and name."""
    fit = fit_of(wish_round.programme)
    sheets = list(wish_round.sheets.prefetch_related("wishes", "views"))
    by_mentee, by_mentor = {one.mentee_id: one for one in sheets}, {one.mentor_id: one for one in sheets}
    found = _asked(MenteeRecord, Side.MENTEE, fit.mentees, by_mentee)
    return found + _asked(MentorRecord, Side.MENTOR, fit.places, by_mentor) if wish_round.asks_mentors else found


def _asked(model, side, keys, sheets) -> list[Asked]:
    rows = model.objects.filter(pk__in=list(keys)).select_related("person")
    rows = sorted(rows, key=lambda row: (row.person.class_name, row.person.search_key, row.pk))
    return [Asked(row, side, sheets.get(row.pk), _count(sheets.get(row.pk))) for row in rows]


def _count(sheet: WishSheet | None) -> int:
    return len(sheet.wishes.all()) + len(sheet.views.all()) if sheet else 0


def offered_to_mentee(record: MenteeRecord) -> list[MentorRecord]:
    """Mentors whom no rule forbids, as cards; nobody while the mentee is in a pair or not ready."""
    keys = [mentor for _mentee, mentor in fit_of(record.programme, mentee=record.pk).scores]
    return cards(MentorRecord, keys)


def offered_to_mentor(record: MentorRecord) -> list[MenteeRecord]:
    keys = [mentee for mentee, _mentor in fit_of(record.programme, mentor=record.pk).scores]
    return cards(MenteeRecord, keys)


def cards(model, keys) -> list:
    """Records with `helps` and `likes` in words: what the other side may read of a person, and no contacts."""
    rows = model.objects.filter(pk__in=list(keys)).select_related("person").prefetch_related("topics").order_by("person__search_key", "pk")
    return [_as_card(row) for row in rows]


def _as_card(row):
    topics = list(row.topics.all())
    about = row.competences if isinstance(row, MentorRecord) else row.request
    row.helps = ", ".join(filter(None, [*(topic.title for topic in topics if topic.group in ABOUT_HELP), about]))
    row.likes = ", ".join(filter(None, [*(topic.title for topic in topics if topic.group == TopicGroup.INTEREST), row.interests]))
    return row


def sheet_of(wish_round: WishRound, record) -> WishSheet | None:
    side = "mentee" if isinstance(record, MenteeRecord) else "mentor"
    return wish_round.sheets.filter(**{side: record}).prefetch_related("wishes", "views").first()


def own_records(actor) -> list:
    """Mentee records of the actor and of the actor's children, then the actor's mentor records, in programmes that ask for wishes."""
    there = {"programme__wish_round__isnull": False, "left_on__isnull": True}
    theirs = Q(person__user_id=actor.user_id) | Q(person__guardians__user_id=actor.user_id)
    mentees = MenteeRecord.objects.filter(theirs, **there).distinct()
    mentors = MentorRecord.objects.filter(person__user_id=actor.user_id, programme__wish_round__asks_mentors=True, **there)
    return [row for rows in (mentees, mentors) for row in rows.select_related("person", "programme__wish_round")]
