"""Proposing pairs and groups: the rules first, then the database has the last word on «one open place per mentee»."""

from itertools import groupby
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import ngettext

from accounts.permissions import Permission
from accounts.services.journal import record_all
from mentoring.common.refusal import Refusal
from pairs.models import Pair, PairMentee
from pairs.queries.candidates import mentees_today, mentors_today
from pairs.queries.ties import known_ties
from pairs.services import rules
from participants.models import MenteeRecord, MentorRecord
from programmes.models import Form, Kind, RoleModel


class NewPair(NamedTuple):
    """A pair that is wished for, or a group when there are several mentees; people by the keys of their records."""

    mentor: int
    mentees: frozenset[int]
    form: Form
    role_model: RoleModel
    kind: Kind


class Refused(NamedTuple):
    """A proposal that the rules of today stop."""

    people: str
    sentence: str


@transaction.atomic
def propose_pair(*, actor, programme, mentor, mentees, form, role_model, kind, starts_on, ends_on) -> Pair:
    """Propose a pair, or a group when there are several mentees. Raises `Refusal` that names the people and the way out."""
    wished = NewPair(mentor.pk, frozenset(mentee.pk for mentee in mentees), form, role_model, kind)
    pairs, refused = propose_pairs(actor=actor, programme=programme, wished=[wished], starts_on=starts_on, ends_on=ends_on)
    if refused:
        raise Refusal(refused[0].sentence)
    return pairs[0]


@transaction.atomic
def propose_pairs(*, actor, programme, wished: list[NewPair], starts_on, ends_on) -> tuple[list[Pair], list[Refused]]:
    """Propose all of them, in queries whose number does not grow with theirs; or none, and say which the rules stop."""
    actor.must(Permission.MANAGE_PAIRS)
    mentors = _lock_mentors({one.mentor for one in wished})
    mentees = mentees_today(mentee for one in wished for mentee in one.mentees)
    known = known_ties(mentors.values(), mentees.values())
    prefetch_related_objects([programme], "forms")
    facts = {"school_id": actor.school_id, "programme": programme, "proposed_by": actor, "starts_on": starts_on, "ends_on": ends_on}
    proposals, refused = [], []
    for one in wished:
        pair = Pair(mentor=mentors[one.mentor], form=one.form, role_model=one.role_model, kind=one.kind, **facts)
        pupils = [mentees[key] for key in sorted(one.mentees)]
        try:
            _check(pair, pupils, known)
        except Refusal as refusal:
            refused.append(_refused(pair, pupils, refusal.sentence))
        else:
            _hold(pair, pupils)
            proposals.append((pair, pupils))
    refused = refused or _write(proposals)
    if refused:
        return [], refused
    pairs = [pair for pair, _pupils in proposals]
    _tell(actor, pairs)
    return pairs, []


def _lock_mentors(keys: set[int]) -> dict[int, MentorRecord]:
    """In the order of their keys, then counted: one query for both would count the places of the moment before the wait."""
    list(MentorRecord.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk").values_list("pk"))
    return mentors_today(keys)


def _check(pair: Pair, mentees, known) -> None:
    rules.check_term(pair.starts_on, pair.ends_on)
    rules.check_dictionaries(pair.programme, pair.form, pair.role_model)
    rules.check_kind(pair.kind, len(mentees))
    rules.check_people(pair.programme, pair.form, pair.mentor, mentees)
    rules.check_ties(pair.mentor, mentees, known)
    rules.check_readiness(pair.mentor, mentees)
    rules.check_mentees_are_free(mentees)
    rules.check_capacity(pair.mentor, len(mentees))


def _hold(pair: Pair, mentees) -> None:
    """The next proposals of the same call find these places taken."""
    pair.mentor.places_left -= len(mentees)
    for mentee in mentees:
        mentee.in_pair = True


def _write(proposals: list[tuple[Pair, list[MenteeRecord]]]) -> list[Refused]:
    """A colleague may propose the same mentee at this moment: the constraint lets one through, the other is told."""
    try:
        with transaction.atomic():
            Pair.objects.bulk_create([pair for pair, _mentees in proposals])
            PairMentee.objects.bulk_create(_seats(proposals))
    except IntegrityError:
        taken = mentees_today(mentee.pk for _pair, mentees in proposals for mentee in mentees)
        lost = [(pair, mentees) for pair, mentees in proposals if any(taken[mentee.pk].in_pair for mentee in mentees)]
        return [_refused(pair, mentees, _just_paired(mentees)) for pair, mentees in lost or proposals]
    return []


def _seats(proposals) -> list[PairMentee]:
    """In the order of the mentees, as everybody takes them: so nobody waits in a circle."""
    seats = [
        PairMentee(school_id=pair.school_id, pair=pair, mentee=mentee, started_on=pair.starts_on)
        for pair, mentees in proposals
        for mentee in mentees
    ]
    return sorted(seats, key=lambda seat: seat.mentee_id)


def _just_paired(mentees) -> str:
    sentence = ngettext(
        "A colleague has just paired this mentee (%(names)s). Reload the page and choose another mentee.",
        "A colleague has just paired one of these mentees (%(names)s). Reload the page and choose again.",
        len(mentees),
    )
    return sentence % {"names": rules.names_of(mentees)}


def _refused(pair: Pair, mentees, sentence: str) -> Refused:
    return Refused(f"{pair.mentor.person.short_name} — {rules.names_of(mentees)}", sentence)


def _tell(actor, pairs: list[Pair]) -> None:
    """The journal comes last: who writes in it makes the school wait."""
    prefetch_related_objects(pairs, Prefetch("seats", PairMentee.objects.select_related("mentee__person")))
    for (form, role_model, kind), alike in groupby(sorted(pairs, key=_titles), key=_titles):
        record_all(actor, "pair.proposed", alike, form=form, role_model=role_model, kind=kind)


def _titles(pair: Pair) -> tuple[str, str, str]:
    return pair.form.title, pair.role_model.title, pair.kind.title
