"""What a careful secretary would say of a contract's text and of what was typed into a draft."""

from django.utils.translation import gettext as _

from mentoring.common.wording.placeholders import names_in
from participants.models import MentorContract
from participants.queries.contract_texts import all_lines, contract_kind, contract_placeholders, kept_wording
from programmes.wording_help import placeholder_rows, remarks_on_lines

TYPED = ("content", "form", "payment")


def contract_remarks(kind: str, wording: dict, typed: dict | None = None) -> list[str]:
    """Wrong requisites of acts, unknown placeholders, and what the curator writes on the page of a contract but the text does not say."""
    lines, known = all_lines(wording), contract_placeholders(kind)
    told = set().union(*map(names_in, lines))
    left_out = _("The text has no {%(name)s}: it will not print (%(meaning)s).")
    missing = [name for name in contract_kind(kind)["expects"] if name not in told]
    return [*remarks_on_lines((lines, known), typed=typed), *[left_out % {"name": name, "meaning": known[name]} for name in missing]]


def remarks_on_contract(contract: MentorContract) -> list[str]:
    typed = {name: getattr(contract, name) for name in TYPED}
    return contract_remarks(contract.kind, kept_wording(contract), typed)


def listed_placeholders(kind: str, wording: dict) -> list[dict]:
    rows = placeholder_rows(all_lines(wording), contract_placeholders(kind))
    return [{"title": _("What may stand in braces"), "rows": rows}]
