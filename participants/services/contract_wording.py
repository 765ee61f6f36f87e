"""The school's own text of a contract, and the text that a draft holds."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from participants.enums import ContractState
from participants.models import MentorContract
from participants.queries.contract_texts import (
    HEADING,
    PREFIX,
    all_lines,
    contract_placeholders,
    school_wording,
    template_wording,
)
from programmes.services.wording import keep_wording, refuse_unknown


def keep_contract_wording(*, actor, kind: str, texts: dict, version: str = "") -> None:
    """New contracts of this kind read so. Drafts keep the text they were made with, signed ones the text that was signed."""
    actor.must(Permission.RECORD_CONSENTS)
    check_contract_wording(kind, texts)
    facts = {"key": f"{PREFIX}{kind}", "texts": texts, "template": template_wording(kind), "version": version}
    keep_wording(actor=actor, needs=Permission.RECORD_CONSENTS, event="contract_text.changed", **facts)


def check_contract_wording(kind: str, texts: dict) -> None:
    """Raises `Refusal`."""
    refuse_unknown(all_lines(texts), contract_placeholders(kind))
    if not texts["lines"] or not texts["lines"][0].startswith(HEADING):
        raise Refusal(_("The text begins with a section: write “#” and its title on the first line."))


@transaction.atomic
def take_present_wording(*, actor, contract: MentorContract) -> None:
    """What was printed from the draft before is not what prints from now on, so this is never done by itself."""
    actor.must(Permission.RECORD_CONSENTS)
    locked = MentorContract.objects.select_for_update(of=("self",)).get(pk=contract.pk)
    if locked.state != ContractState.DRAFT:
        raise Refusal(_("A signed contract is not changed. End it and write a new one."))
    locked.wording = school_wording(locked.kind)
    locked.save(update_fields=["wording"])
    record(actor, "mentorcontract.reworded", locked)
