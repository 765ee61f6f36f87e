"""Contracts of mentors on paper: facts of today's rows for a draft, the frozen ones for what is signed."""

from mentoring.common.dates import short_day
from mentoring.common.names import signature_name
from mentoring.common.papers import Paper, render_paper
from participants.enums import ContractKind
from participants.models import GateMark, MentorContract

TEMPLATES = {
    ContractKind.SUPPLEMENTARY: "participants/papers/supplementary.html",
    ContractKind.COOPERATION: "participants/papers/cooperation.html",
}
SCHOOL = ("full_name", "founder", "place", "postal_address", "inn", "ogrn", "phone", "email", "director_post")


def contract_facts(contract: MentorContract) -> dict:
    """JSON values alone: they are kept with the signed contract."""
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
        "certificate": f"{mark.number} от {mark.held_on:%d.%m.%Y}".strip() if mark else "",
    }


def contract_paper(contract: MentorContract) -> Paper:
    return render_paper(TEMPLATES[contract.kind], contract.facts or contract_facts(contract))
