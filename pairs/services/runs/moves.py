"""What each kind of step makes of the board."""

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from pairs.enums import BoardStepKind
from pairs.rule_words import sentences_of
from pairs.runs.alternatives import alternative, taken
from pairs.runs.table import Table
from pairs.services.runs.recounting import recounted
from participants.models import MenteeRecord, MentorRecord


def check_rules(table: Table, mentee: int, mentor: int) -> None:
    if mentee not in table.snapshot.mentees or mentor not in table.snapshot.places:
        raise Refusal(_("Somebody of this pair is not in this run. Count again from the bases of today."))
    if (mentee, mentor) not in table.snapshot.edges:
        reasons = " ".join(sentences_of(table.snapshot.refusals.get((mentee, mentor), [])))
        raise Refusal(_("The rules do not allow this pair. %(reasons)s") % {"reasons": reasons})


def _move(table: Table, mentee: int, mentor: int) -> Table:
    if (mentee, mentor) in table.forbidden:
        raise Refusal(_("You have forbidden this pair yourself. Allow it again first."))
    if table.mentor_of.get(mentee) == mentor:
        return _fix(table, mentee, mentor)
    one = alternative(table, mentee, mentor)
    if one is None and table.snapshot.coupling is not None:
        raise Refusal(_("With this pair the locks, the small groups and the smallest groups leave no plan. Unlock a pair first."))
    if one is None:
        raise Refusal(_("All places of %(name)s are locked. Unlock one of those pairs first.") % {"name": _mentor_name(mentor)})
    return taken(table, one)


def _fix(table: Table, mentee: int, mentor: int) -> Table:
    if table.mentor_of.get(mentee) != mentor:
        raise Refusal(_("%(name)s has another mentor on this board by now.") % {"name": _mentee_name(mentee)})
    return table.changed(locked=table.locked | {(mentee, mentor)})


def _release(table: Table, mentee: int, mentor: int) -> Table:
    return recounted(table.changed(locked=table.locked - {(mentee, mentor)}))


def _forbid(table: Table, mentee: int, mentor: int) -> Table:
    if (mentee, mentor) in table.locked:
        raise Refusal(_("This pair is locked. Unlock it first, then forbid it."))
    return recounted(table.changed(forbidden=table.forbidden | {(mentee, mentor)}))


def _allow(table: Table, mentee: int, mentor: int) -> Table:
    return recounted(table.changed(forbidden=table.forbidden - {(mentee, mentor)}))


STEPS = {
    BoardStepKind.MOVE: _move,
    BoardStepKind.LOCK: _fix,
    BoardStepKind.UNLOCK: _release,
    BoardStepKind.FORBID: _forbid,
    BoardStepKind.ALLOW: _allow,
}


def _mentor_name(key: int) -> str:
    return MentorRecord.objects.select_related("person").get(pk=key).person.short_name


def _mentee_name(key: int) -> str:
    return MenteeRecord.objects.select_related("person").get(pk=key).person.short_name
