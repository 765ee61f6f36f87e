"""What a written consent cannot do without (ст. 9 ч. 4 of 152-ФЗ): the requisites of participants/texts/consents.toml."""

from django.utils.translation import gettext as _

from mentoring.common.reference import load
from mentoring.common.wording.placeholders import names_in
from participants.queries.consent_reference import FILE, SIGNERS, template_wording


def all_lines(texts: dict) -> list[str]:
    return [line for value in texts.values() for line in (value if isinstance(value, list) else [value])]


def lost_requisites(purpose: str, texts: dict) -> list[str]:
    """Each requisite that Tandem's text has and `texts` has lost, in words with the placeholders that bring it back."""
    template, lost = template_wording(purpose), []
    for requisite in load(FILE)["requisite"]:
        if any(name in template and not texts.get(name) for name in requisite.get("parts", ())):
            lost.append(requisite["title"])
            continue
        names = set(requisite.get("placeholders", ()))
        missing = {name for who in SIGNERS if who in template for name in names & _of(template, who) - _of(texts, who)}
        if missing:
            lost.append(f"{requisite['title']} ({_in_braces(missing)})")
    if missing := names_in(template["term"]) - names_in(texts["term"]):
        lost.append(_("the days in the term, for Tandem counts by them (%(names)s)") % {"names": _in_braces(missing)})
    return lost


def _of(texts: dict, who: str) -> set[str]:
    """Placeholders of the sheet that is signed by `who`."""
    others = set(SIGNERS) - {who}
    return set().union(*map(names_in, all_lines({name: text for name, text in texts.items() if name not in others})))


def _in_braces(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
