"""New terms for a running pair: proposed by the curator, in force when every side has agreed, fixed by an amending order."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from pairs.enums import AmendmentState, PairState
from pairs.models import Amendment, AmendmentAgreement, Pair
from pairs.queries.sides import people_of
from pairs.services import rules
from pairs.services.agreeing import who_agrees

RUNNING = (PairState.ACTIVE, PairState.SUSPENDED)
TERMS = ("form", "role_model", "kind", "ends_on")


class StalePair(Refusal):
    """A colleague has changed the pair since the page was opened."""


@transaction.atomic
def propose_amendment(*, actor, pair, version, form_key, role_model, kind, ends_on, on, note) -> Amendment:
    """Propose new terms; `version` is that of the pair the curator saw. The same `form_key` again returns the first row."""
    actor.must(Permission.MANAGE_PAIRS)
    first = Amendment.objects.filter(form_key=form_key).first()
    if first is not None:
        return first
    locked = Pair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    if locked.version != version:
        raise StalePair(_("A colleague has changed this pair since you opened the page. Compare both versions and decide again."))
    _check_terms(locked, role_model, kind, ends_on, on)
    amendment = Amendment.objects.create(
        school_id=actor.school_id,
        pair=locked,
        before={term: getattr(locked, term).title for term in TERMS[:3]} | {"ends_on": str(locked.ends_on)},
        form=role_model.form,
        role_model=role_model,
        kind=kind,
        ends_on=ends_on,
        on=on,
        note=note.strip(),
        proposed_by=actor,
        form_key=form_key,
    )
    _save(locked)
    record(actor, "pair.amendment_proposed", locked, role_model=role_model.title, kind=kind.title, ends_on=str(ends_on), note=note.strip())
    return amendment


@transaction.atomic
def agree_to_amendment(*, actor, amendment, people, given_on, given_by="") -> None:
    """Record that `people` agree; the last one brings the new terms into force. Twice is once."""
    actor.must(Permission.MANAGE_PAIRS)
    pair, amendment = _lock_both(amendment)
    if given_on > today():
        raise Refusal(_("The agreement cannot be dated in the future. Enter the day when it was given."))
    rules.check_consents_of(people_of(pair))
    given = set(amendment.agreements.values_list("person_id", flat=True))
    everybody = {person.pk for person in people_of(pair)}
    for person in (person for person in people if person.pk not in given):
        if person.pk not in everybody:
            raise Refusal(_("%(name)s is not in this pair.") % {"name": person.short_name})
        signer = who_agrees(person, given_by.strip())
        AmendmentAgreement.objects.create(
            school_id=actor.school_id, amendment=amendment, person=person, given_by=signer, given_on=given_on, recorded_by=actor
        )
        record(actor, "pair.amendment_agreed", pair, person=person.short_name, given_by=signer, given_on=str(given_on))
    if everybody <= set(amendment.agreements.values_list("person_id", flat=True)):
        _apply(actor, pair, amendment)


@transaction.atomic
def drop_amendment(*, actor, amendment, note="") -> None:
    """The sides did not agree: the old terms stay."""
    actor.must(Permission.MANAGE_PAIRS)
    pair, amendment = _lock_both(amendment)
    _settle(amendment, AmendmentState.DROPPED)
    _save(pair)
    record(actor, "pair.amendment_dropped", pair, note=note.strip())


@transaction.atomic
def mark_amendments_ordered(*, actor, pairs, on) -> int:
    """Called by the signing of an amending order dated `on`: the order says the new terms now."""
    actor.must(Permission.SIGN_ORDERS)
    return Amendment.objects.filter(pair__in=pairs).awaiting_order().update(ordered_on=on)


def _check_terms(pair, role_model, kind, ends_on, on) -> None:
    if pair.state not in RUNNING:
        raise Refusal(_("Only a running pair is changed so. This pair is: %(state)s.") % {"state": pair.get_state_display()})
    if on < pair.starts_on or on > ends_on:
        raise Refusal(_("The change must count from a day within the work of the pair. Correct the date."))
    rules.check_term(pair.starts_on, ends_on)
    if (role_model.pk, kind.pk, ends_on) == (pair.role_model_id, pair.kind_id, pair.ends_on):
        raise Refusal(_("Nothing is different from the present terms. Change the role model, the kind or the last day."))
    if pair.amendments.waiting().exists():
        raise Refusal(_("This pair already has a change that waits for agreement. Record the agreement or drop that change first."))
    mentees = [seat.mentee for seat in pair.seats.filter(finished_on__isnull=True).select_related("mentee__person")]
    rules.check_dictionaries(pair.programme, role_model.form, role_model)
    rules.check_kind(kind, len(mentees))
    rules.check_people(pair.programme, role_model.form, pair.mentor, mentees)
    rules.check_consents_of(people_of(pair))


def _lock_both(amendment) -> tuple[Pair, Amendment]:
    pair = Pair.objects.select_for_update(of=("self",)).get(pk=amendment.pair_id)
    fresh = Amendment.objects.get(pk=amendment.pk)
    if fresh.state != AmendmentState.WAITING or pair.state not in RUNNING:
        raise Refusal(_("This change does not wait for agreement any more. Reload the page to see what became of it."))
    return pair, fresh


def _apply(actor, pair, amendment) -> None:
    for term in TERMS:
        setattr(pair, term, getattr(amendment, term))
    _save(pair, *TERMS)
    _settle(amendment, AmendmentState.APPLIED)
    record(actor, "pair.amended", pair, role_model=pair.role_model.title, kind=pair.kind.title, ends_on=str(pair.ends_on))


def _settle(amendment, state) -> None:
    amendment.state, amendment.settled_on = state, today()
    amendment.save(update_fields=["state", "settled_on"])


def _save(pair, *fields) -> None:
    pair.version += 1  # the row is locked
    pair.save(update_fields=["version", *fields])
