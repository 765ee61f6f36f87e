"""Contracts of mentors on paper: facts and words of today for a draft, the frozen ones for what is signed."""

from mentoring.common.dates import short_day
from mentoring.common.declension import is_woman, represented_by
from mentoring.common.names import signature_name
from mentoring.common.papers import Paper, render_paper
from participants.models import GateMark, MentorContract
from participants.notice import working_days_of_notice
from participants.queries.contract_texts import contract_text

TEMPLATE = "participants/papers/contract.html"
SCHOOL = ("full_name", "founder", "place", "postal_address", "inn", "ogrn", "phone", "email", "director_post")
TO_WRITE = "№ ____________ от «____» ______________ 20____ г."
CALLED = {True: "именуемая", False: "именуемый", None: "именуемый (именуемая)"}


def contract_facts(contract: MentorContract) -> dict:
    """JSON values alone: they are kept with the signed contract, and so is its text."""
    facts = _facts(contract)
    return facts | {"text": contract_text(contract.kind, _words(facts))}


def contract_paper(contract: MentorContract) -> Paper:
    """What was signed before its text was kept reads as the text of today with the facts of that day."""
    facts = contract.facts or contract_facts(contract)
    return render_paper(TEMPLATE, facts | {"text": facts.get("text") or contract_text(contract.kind, _words(facts))})


def _facts(contract: MentorContract) -> dict:
    school, person = contract.school, contract.person
    mark = GateMark.objects.filter(person=person, gate="screening", passed=True).first()
    return {
        "school": {name: getattr(school, name) for name in SCHOOL} | {"director": school.director_signature},
        "director_name": " ".join(filter(None, [school.director_surname, school.director_name, school.director_patronymic])),
        "mentor": person.full_name,
        "mentor_signature": signature_name(person.surname, person.name, person.patronymic),
        "post": person.post,
        "phone": person.phone,
        "email": person.email,
        "programme": contract.programme.title,
        "number": contract.number,
        "date": short_day(contract.signed_on),
        "base_number": contract.base_number,
        "base_date": short_day(contract.base_date),
        "content": contract.content,
        "form": contract.form,
        "payment": contract.payment,
        "starts_on": short_day(contract.starts_on),
        "ends_on": short_day(contract.ends_on),
        "certificate": f"{f'№ {mark.number} ' if mark.number else ''}от {mark.held_on:%d.%m.%Y}" if mark else "",
    }


def _words(facts: dict) -> dict[str, str]:
    """Values of the names in braces of participants/texts/contracts.toml."""
    base = [f"№ {facts['base_number']}" if facts["base_number"] else "", f"от {facts['base_date']}" if facts["base_date"] else ""]
    kept = {name: facts[name].rstrip(".") for name in ("content", "form", "payment", "starts_on", "ends_on")}
    return kept | {
        "school": facts["school"]["full_name"],
        "director": represented_by(facts["school"]["director_post"], facts["director_name"]),
        "mentor": ", ".join(filter(None, [facts["mentor"], facts["post"]])),
        "called": CALLED[is_woman(facts["mentor"])],
        "programme": facts["programme"].replace("«", "„").replace("»", "“"),
        "base": "".join(f" {part}" for part in base if part),
        "certificate": f"{facts['certificate']}." if facts["certificate"] else TO_WRITE,
        "notice_days": str(working_days_of_notice()),
    }
