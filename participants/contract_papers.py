"""Contracts of mentors on paper: facts and words of today for a draft, the frozen ones for what is signed."""

from django.utils.safestring import SafeString

from mentoring.common.dates import short_day
from mentoring.common.declension import is_woman, represented_by
from mentoring.common.names import signature_name
from mentoring.common.papers import Paper, render_paper, render_preview
from mentoring.common.quotes import inner_quotes
from participants.enums import ContractKind
from participants.models import GateMark, MentorContract
from participants.notice import working_days_of_notice
from participants.queries.contract_texts import contract_text, kept_wording

TEMPLATE = "participants/papers/contract.html"
SCHOOL = ("full_name", "founder", "place", "postal_address", "inn", "ogrn", "phone", "email", "director_post")
TO_WRITE = "№ ____________ от «____» ______________ 20____ года"
SPECIMEN = {
    "mentor": "Образцова Анна Петровна",
    "mentor_signature": "А. П. Образцова",
    "post": "учитель математики",
    "phone": "",
    "email": "",
    "programme": "Программа наставничества",
    "number": "",
    "date": "",
    "base_number": "12",
    "base_date": "01.09.2020",
    "content": "помощь молодому педагогу в подготовке уроков",
    "form": "учитель – учитель",
    "payment": "2 000 рублей в месяц вместе с заработной платой",
    "starts_on": "01.10.2026",
    "ends_on": "31.05.2027",
    "certificate": "№ 123 от 15.08.2026",
}
CALLED = {True: "именуемая", False: "именуемый", None: "именуемый (именуемая)"}


def contract_facts(contract: MentorContract) -> dict:
    """JSON values alone: they are kept with the signed contract, and so is its text."""
    facts = _facts(contract)
    return facts | {"text": contract_text(kept_wording(contract), _words(facts))}


def contract_paper(contract: MentorContract) -> Paper:
    """What was signed before its text was kept reads as Tandem's text with the facts of that day."""
    facts = contract.facts or contract_facts(contract)
    return render_paper(TEMPLATE, facts | {"text": facts.get("text") or contract_text(kept_wording(contract), _words(facts))})


def contract_specimen(kind: str, wording: dict, school) -> SafeString:
    """How a contract with this wording will read, for a page: an invented mentor, the school's own requisites."""
    facts = SPECIMEN | _school_facts(school)
    if kind == ContractKind.COOPERATION:
        facts |= {"payment": "", "base_number": "", "base_date": "", "post": "инженер"}
    return render_preview(TEMPLATE, facts | {"text": contract_text(wording, _words(facts))})


def _school_facts(school) -> dict:
    return {
        "school": {name: getattr(school, name) for name in SCHOOL} | {"director": school.director_signature},
        "director_name": " ".join(filter(None, [school.director_surname, school.director_name, school.director_patronymic])),
    }


def _facts(contract: MentorContract) -> dict:
    person = contract.person
    mark = GateMark.objects.filter(person=person, gate="screening", passed=True).first()
    return {
        **_school_facts(contract.school),
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
    """Values of the placeholders of participants/texts/contracts.toml."""
    base = [f"№ {facts['base_number']}" if facts["base_number"] else "", f"от {facts['base_date']}" if facts["base_date"] else ""]
    kept = {name: facts[name].rstrip(".") for name in ("content", "form", "payment", "starts_on", "ends_on")}
    return kept | {
        "school": facts["school"]["full_name"],
        "director": represented_by(facts["school"]["director_post"], facts["director_name"]),
        "mentor": ", ".join(filter(None, [facts["mentor"], facts["post"]])),
        "called": CALLED[is_woman(facts["mentor"])],
        "programme": inner_quotes(facts["programme"]),
        "base": " ".join(filter(None, base)) or TO_WRITE,
        "certificate": facts["certificate"] or TO_WRITE,
        "notice_days": str(working_days_of_notice()),
    }
