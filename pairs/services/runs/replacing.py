"""What a rematch changes in the pairs that work."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from pairs.enums import PairState
from pairs.models import Pair
from pairs.queries.tables import open_table
from pairs.services.proposing import Refused
from pairs.services.replacing import replace_mentor
from participants.models import MentorRecord


def replace_mentors(*, actor, run, on) -> tuple[list[Pair], list[Refused]]:
    """Replace the mentor of every working pair that the plan gives another one; called inside the transaction that adopts.

    A place that one pair leaves may be the place that another one needs, so what does not go at first is tried again.
    """
    waiting, made = _moves(run), []
    while waiting:
        refused, rest = [], []
        for pair, mentor in waiting:
            try:
                with transaction.atomic():
                    made.append(replace_mentor(actor=actor, pair=pair, mentor=mentor, on=on, note=_("Rematch within the year")))
            except Refusal as refusal:
                refused.append(Refused(str(pair), refusal.sentence))
                rest.append((pair, mentor))
        if len(rest) == len(waiting):
            return made, refused
        waiting = rest
    return made, []


def _moves(run) -> list[tuple[Pair, MentorRecord]]:
    current = open_table(run).snapshot.current
    wanted = {mentee: mentor for mentee, mentor, _points in run.plan["pairs"] if current.get(mentee, mentor) != mentor}
    mentors = MentorRecord.objects.with_person().in_bulk(wanted.values())
    pairs = Pair.objects.filter(
        programme=run.programme_id, state=PairState.ACTIVE, seats__mentee__in=wanted, seats__finished_on__isnull=True
    )
    return [(pair, mentors[wanted[seat.mentee_id]]) for pair in pairs.with_names() for seat in pair.seats.all() if seat.mentee_id in wanted]
