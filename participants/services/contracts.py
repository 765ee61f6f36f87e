"""What a mentor signs with the school besides the consents: drafted, signed, ended by a notice (ст. 351.8 ТК РФ; docs/domain.md)."""

import datetime

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from participants.contract_papers import contract_facts
from participants.enums import ConsentPurpose, ContractEnd, ContractKind, ContractState
from participants.models import MentorContract, MentorRecord, Person
from participants.models.gates import OUTSIDERS
from participants.notice import earliest_last_day
from participants.queries.contract_texts import school_wording
from participants.services.consents import check_day
from participants.services.rows import check_row, stripped
from participants.workflow import CONTRACT_WORKFLOW
from programmes.enums import PersonKind

WRITTEN_BY_THE_HOUSE = ("school", "person", "programme", "kind", "created_by", "state", "facts", "wording")


def kind_for(person: Person) -> ContractKind | None:
    """What this mentor signs: a teacher works for the school, somebody from outside does not; a pupil signs neither."""
    if person.kind == PersonKind.TEACHER:
        return ContractKind.SUPPLEMENTARY
    return ContractKind.COOPERATION if person.kind in OUTSIDERS else None


@transaction.atomic
def draft_contract(*, actor, person: Person, programme, **fields) -> MentorContract:
    """One open contract for a mentor in a programme; `fields` are the words of the model."""
    actor.must(Permission.RECORD_CONSENTS)
    locked = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    kind = kind_for(locked)
    if kind is None:
        raise Refusal(_("A contract is signed by teachers and by mentors from outside the school, not by pupils."))
    if not MentorRecord.objects.filter(person=locked, programme=programme).present().exists():
        raise Refusal(_("%(person)s is not in the base of mentors of this programme.") % {"person": locked.short_name})
    there = MentorContract.objects.filter(person=locked, programme=programme, state__in=(ContractState.DRAFT, ContractState.SIGNED))
    if there.exists():
        raise Refusal(_("%(person)s has a contract for this programme already. Open it.") % {"person": locked.short_name})
    contract = MentorContract(
        school_id=actor.school_id, person=locked, programme=programme, kind=kind, wording=school_wording(kind), created_by=actor
    )
    _fill(contract, fields)
    contract.save()
    record(actor, "mentorcontract.drafted", contract)
    return contract


@transaction.atomic
def edit_contract(*, actor, contract: MentorContract, **fields) -> MentorContract:
    actor.must(Permission.RECORD_CONSENTS)
    locked = MentorContract.objects.select_for_update(of=("self",)).get(pk=contract.pk)
    if locked.state != ContractState.DRAFT:
        raise Refusal(_("A signed contract is not changed. End it and write a new one."))
    _fill(locked, fields)
    locked.save()
    record(actor, "mentorcontract.edited", locked)
    return locked


def sign_contract(*, actor, contract: MentorContract, number: str, signed_on: datetime.date) -> None:
    """Both sides have signed. From now on the paper is printed from the frozen facts. A teacher's written consent comes first."""
    check_day(signed_on)
    if not number.strip():
        raise Refusal(_("Write the number of the contract."))
    if contract.kind == ContractKind.SUPPLEMENTARY and not _agreed(contract.person):
        raise Refusal(_("Without a written consent a teacher is not made a mentor (ст. 351.8 ТК РФ). Record the consent first."))

    def freeze(row):
        row.number, row.signed_on = number.strip()[:20], signed_on
        row.facts = contract_facts(row)
        return ("number", "signed_on", "facts")

    CONTRACT_WORKFLOW.take("sign", contract, actor, effect=freeze)


def end_contract(*, actor, contract: MentorContract, notice_on: datetime.date, ended_on: datetime.date, ended_by: str) -> None:
    """The mentor lays the duties down, or the school cancels them after the notice of participants/texts/notice.toml."""
    check_day(notice_on)
    first = earliest_last_day(notice_on, by_employer=True) if ended_by == ContractEnd.SCHOOL else notice_on
    if ended_on < first:
        raise Refusal(_("The notice is not over by then: the earliest last day is %(day)s.") % {"day": date_format(first)})
    if ended_on > contract.ends_on:
        raise Refusal(_("The contract ends by itself on %(day)s.") % {"day": date_format(contract.ends_on)})

    def write(row):
        row.notice_on, row.ended_on, row.ended_by = notice_on, ended_on, ended_by
        return ("notice_on", "ended_on", "ended_by")

    CONTRACT_WORKFLOW.take("end", contract, actor, effect=write)


def void_contract(*, actor, contract: MentorContract) -> None:
    """Drafted in vain."""
    CONTRACT_WORKFLOW.take("void", contract, actor)


def _agreed(person: Person) -> bool:
    return person.consents.in_force(today()).filter(purpose=ConsentPurpose.MENTOR_AGREEMENT).exists()


def _fill(contract: MentorContract, fields: dict) -> None:
    for name, value in stripped(fields).items():
        setattr(contract, name, value)
    check_row(contract, exclude=WRITTEN_BY_THE_HOUSE)
    if contract.ends_on < contract.starts_on:
        raise Refusal(_("The contract cannot end before it starts."))
    if contract.kind == ContractKind.SUPPLEMENTARY and not contract.payment:
        raise Refusal(_("Write the size and conditions of the payment: the law asks for them in this paper."))
    if contract.kind == ContractKind.COOPERATION and contract.payment:
        raise Refusal(_("A mentor from outside works without pay: leave the payment empty."))
