"""The round of meetings before the choice: who meets whom, what both say, and what it means for the board."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import BoardStepKind, RunState, Word
from pairs.models import Introduction, MatchingRun
from pairs.queries.tables import open_table
from pairs.runs.candidates import candidates_of
from pairs.runs.table import Table
from pairs.services.runs.board import change_board
from pairs.services.runs.recounting import recounted


@transaction.atomic
def plan_introductions(*, actor, run) -> int:
    """Up to three candidates for each mentee who has none planned yet; returns how many meetings were added."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = MatchingRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if locked.state != RunState.DRAFT:
        raise Refusal(_("Meetings before the choice belong to a draft. Count a new run for a new round."))
    planned = set(locked.introductions.values_list("mentee_id", flat=True))
    rows = [
        Introduction(school_id=run.school_id, run=locked, mentee_id=mentee, mentor_id=mentor, place=place)
        for mentee, mentors in candidates_of(open_table(locked)).items()
        if mentee not in planned
        for place, mentor in enumerate(mentors, 1)
    ]
    Introduction.objects.bulk_create(rows)
    if rows:
        record(actor, "matching.introductions_planned", locked, count=len(rows))
    return len(rows)


@transaction.atomic
def record_introduction(*, actor, introduction, met_on, mentee_says, mentor_says) -> None:
    """Raises `Refusal` for a word without a meeting and for a day to come."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = Introduction.objects.select_for_update(of=("self",)).get(pk=introduction.pk)
    if (mentee_says or mentor_says) and met_on is None:
        raise Refusal(_("Enter the day of the meeting: a word counts only after it."))
    if met_on is not None and met_on > today():
        raise Refusal(_("This day is in the future. Enter today or an earlier day."))
    before = (locked.met_on, locked.mentee_says, locked.mentor_says)
    if before == (met_on, mentee_says, mentor_says):
        return
    locked.met_on, locked.mentee_says, locked.mentor_says = met_on, mentee_says, mentor_says
    locked.save(update_fields=["met_on", "mentee_says", "mentor_says"])
    record(actor, "matching.introduction_recorded", introduction, met_on=str(met_on or ""), mentee=mentee_says, mentor=mentor_says)


def apply_introductions(*, actor, run, version):
    """One step on the board: refused pairs are forbidden, of the pairs that both want the dearest that fit are locked.

    Raises `Refusal`, also when nobody has answered, and `StaleBoard`.
    """
    rows = list(run.introductions.answered().order_by("place", "pk"))
    if not rows:
        raise Refusal(_("Nobody has answered yet. Record what the sides said after their meetings."))
    return change_board(actor=actor, run=run, version=version, kind=BoardStepKind.INTRODUCE, change=lambda table: with_answers(table, rows))


def with_answers(table: Table, rows: list[Introduction]) -> Table:
    """`rows` by place: a mentee who liked several gets the one that stood first, while the mentor has places."""
    known = [row for row in rows if (row.mentee_id, row.mentor_id) in table.snapshot.edges]
    refused = {(row.mentee_id, row.mentor_id) for row in known if row.outcome == Word.NO}
    locked = set(table.locked) - refused
    left = dict(table.snapshot.places)
    for _mentee, mentor in locked:
        left[mentor] -= 1
    settled = {mentee for mentee, _mentor in locked}
    for row in known:
        two = (row.mentee_id, row.mentor_id)
        if row.outcome == Word.YES and row.mentee_id not in settled and left[row.mentor_id] and two not in table.forbidden:
            locked.add(two)
            settled.add(row.mentee_id)
            left[row.mentor_id] -= 1
    return recounted(table.changed(locked=frozenset(locked), forbidden=table.forbidden | refused))
