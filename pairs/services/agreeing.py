"""Recording that each side agreed: taking part is voluntary."""

from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import PairState, Side
from pairs.models import Agreement, Pair
from pairs.queries.sides import missing_agreements, people_of
from pairs.services.rules import check_consents_of
from pairs.workflow import PAIR_WORKFLOW


@transaction.atomic
def record_agreement(*, actor, pair, person, given_on, given_by="") -> Agreement:
    """Record one person's agreement, for a minor that of the guardian; the last one moves the pair on. Twice is once."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    given = locked.agreements.filter(person_id=person.pk).first()
    if given is not None:
        return given
    check_consents_of(people_of(locked))
    agreement = _write(actor, locked, person, given_on, given_by.strip())
    _move_on(actor, locked)
    pair.state = locked.state
    return agreement


@transaction.atomic
def record_all_agreements(*, actor, pair, given_on) -> int:
    """Record the agreement of everybody who has not agreed yet; all or nothing."""
    actor.must(Permission.MANAGE_PAIRS)
    locked = Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    check_consents_of(people_of(locked))
    people = missing_agreements(locked)
    for person in people:
        _write(actor, locked, person, given_on, "")
    _move_on(actor, locked)
    pair.state = locked.state
    return len(people)


class Agreed(NamedTuple):
    """How many pairs have agreed, and for the others (pair, sentence)."""

    done: int
    refused: list


def record_agreements_of_pairs(*, actor, pairs, given_on) -> Agreed:
    """Record everybody's agreement for several pairs; each pair wholly or not at all, the others go on."""
    actor.must(Permission.MANAGE_PAIRS)
    done, refused = 0, []
    for pair in pairs:
        try:
            done += bool(record_all_agreements(actor=actor, pair=pair, given_on=given_on))
        except Refusal as refusal:
            refused.append((pair, refusal.sentence))
    return Agreed(done, refused)


def _write(actor, pair, person, given_on, given_by) -> Agreement:
    if pair.state != PairState.PROPOSED:
        raise Refusal(
            _("Agreements are recorded while the pair is proposed. This pair is: %(state)s.") % {"state": pair.get_state_display()}
        )
    if given_on > today():
        raise Refusal(_("The agreement cannot be dated in the future. Enter the day when it was given."))
    if person.pk not in {one.pk for one in people_of(pair)}:
        raise Refusal(_("%(name)s is not in this pair.") % {"name": person.short_name})
    agreement = Agreement.objects.create(
        school_id=actor.school_id,
        pair=pair,
        person=person,
        side=Side.MENTOR if person.pk == pair.mentor.person_id else Side.MENTEE,
        given_by=who_agrees(person, given_by),
        given_on=given_on,
        recorded_by=actor,
    )
    record(actor, "pair.agreement_recorded", pair, person=person.short_name, given_by=agreement.given_by, given_on=given_on.isoformat())
    return agreement


def who_agrees(person, given_by: str) -> str:
    """An adult agrees alone, a minor through a guardian: the one named, or the first."""
    if not person.is_minor:
        return given_by or person.full_name
    guardians = [guardian.full_name for guardian in person.guardians.all()]
    if not guardians:
        raise Refusal(
            _("%(name)s is under 18 and has no parent or guardian in the base. Add one on the person's page, then record the agreement.")
            % {"name": person.short_name}
        )
    if given_by and given_by not in guardians:
        raise Refusal(
            _("%(given_by)s is not a parent or guardian of %(name)s. Choose: %(guardians)s.")
            % {"given_by": given_by, "name": person.short_name, "guardians": ", ".join(guardians)}
        )
    return given_by or guardians[0]


def _move_on(actor, pair) -> None:
    if pair.state == PairState.PROPOSED and not missing_agreements(pair):
        PAIR_WORKFLOW.take("agree", pair, actor)
