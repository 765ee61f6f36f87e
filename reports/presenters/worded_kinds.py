"""Everything that a school may word itself, in the groups in which a curator looks for it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from participants.enums import ConsentPurpose, ContractKind
from participants.queries.consent_reference import template_wording
from participants.queries.consent_texts import ConsentTexts
from participants.queries.contract_texts import PREFIX as OF_CONTRACTS
from programmes.queries.wordings import keys_with_own_texts
from reports.queries.document_texts import PREFIX as OF_DOCUMENTS
from reports.queries.document_texts import document_kinds
from reports.queries.order_texts import order_kinds


def worded_kinds(actor) -> list[dict]:
    """{title, rows of (title, url, own)}: orders, other papers and, for whoever keeps them, contracts and consents."""
    own = keys_with_own_texts()

    def row(title: str, address: str, code: str, prefix: str = "") -> dict:
        return {"title": title, "url": reverse(address, args=[code]), "own": f"{prefix}{code}" in own}

    orders = [row(kind["menu"], "reports:order_text", kind["code"]) for kind in order_kinds()]
    papers = [row(kind["menu"], "reports:document_wording", kind["code"], OF_DOCUMENTS) for kind in document_kinds()]
    groups = [{"title": _("Orders"), "rows": orders}, {"title": _("Documents"), "rows": papers}]
    if actor.may(Permission.RECORD_CONSENTS):
        texts = ConsentTexts()
        contracts = [row(kind.label, "participants:contract_wording", kind.value, OF_CONTRACTS) for kind in ContractKind]
        consents = [_consent(purpose, texts) for purpose in ConsentPurpose]
        groups += [{"title": _("Contracts of mentors"), "rows": contracts}, {"title": _("Consents"), "rows": consents}]
    return groups


def _consent(purpose: ConsentPurpose, texts: ConsentTexts) -> dict:
    url = reverse("participants:consent_wording", args=[purpose.value])
    return {"title": purpose.label, "url": url, "own": texts.wording(purpose) != template_wording(purpose)}
