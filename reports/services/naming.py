"""Whom a paper may name: nobody who has taken the consent to processing back, on the site nobody without the consent to publication."""

import re

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from pairs.queries.sides import people_of
from participants.enums import ConsentPurpose
from participants.services.consent_rules import REFUSED, people_without_consents, require_consents
from reports.enums import NameCase
from reports.queries.document_texts import document_kind
from reports.queries.name_cases import SchoolForms


def check_named(*, pair=None, person=None) -> None:
    """For a new paper of a pair or of a person."""
    people = (people_of(pair) if pair else []) + ([person] if person else [])
    require_consents(people, (ConsentPurpose.PROCESSING,), stops=REFUSED)


def without_refusals(people: list) -> list:
    """Of the people of a mass letter."""
    refused = {person.pk for person, _words in people_without_consents(people, (ConsentPurpose.PROCESSING,), stops=REFUSED)}
    return [person for person in people if person.pk not in refused]


def check_published(document, facts: dict) -> None:
    """A paper that is meant for the site names in no case anybody of its pair who has not allowed it."""
    if not document_kind(document.kind).get("public"):
        return
    words = set(re.findall(r"\w[\w-]*", " ".join([facts["title"], *_texts(facts["blocks"])])))
    silent = [person for person, _words in people_without_consents(people_of(document.pair), (ConsentPurpose.PUBLICATION,))]
    forms = SchoolForms()
    named = [person.short_name for person in silent if words & _surnames(person, forms)]
    if named:
        sentence = _("The paper goes to the site and names people without a consent to publication: %(names)s. Take the names out.")
        raise Refusal(sentence % {"names": ", ".join(named)})


def _surnames(person, forms: SchoolForms) -> set[str]:
    return {person.surname, *(forms.in_case(person.full_name, case).partition(" ")[0] for case in NameCase)}


def _texts(blocks: list[dict]):
    for block in blocks:
        yield block["text"]
        for row in (block["table"] or {}).get("rows", ()):
            yield from (line for cell in row for line in ([cell] if isinstance(cell, str) else cell))
