"""One of every paper that is neither order nor document: consents, contracts of mentors, the protocol of a matching, the register."""

from collections.abc import Callable

from accounts.enums import Role
from pairs.documents import protocol_paper
from pairs.queries.protocol import protocol_facts
from pairs.services.runs import start_runs
from participants.consent_papers import consent_sheets_pdf
from participants.contract_papers import contract_paper
from participants.enums import ConsentPurpose
from participants.models import MenteeRecord, MentorRecord, Person
from participants.services import issue_sheets
from participants.services.contracts import draft_contract
from programmes.enums import PersonKind
from reports.documents.register import register_paper
from reports.rehearsal.bases import gather_consents
from reports.rehearsal.year import Year

CONTENT = "помощь в освоении должности, посещение и разбор уроков, совместная подготовка материалов"
PAYMENT = "стимулирующая выплата 2000 рублей в месяц по положению об оплате труда"


def other_papers(year: Year, site: str) -> dict[str, Callable[[], bytes]]:
    """File name → makes its bytes; what the making writes into the database is for the caller to take back."""
    return {
        "consents.pdf": lambda: _consents(year, site),
        "contract_supplementary.pdf": lambda: _contract(year, PersonKind.TEACHER, CONTENT, PAYMENT),
        "contract_cooperation.pdf": lambda: _contract(year, PersonKind.EMPLOYER, "знакомство с профессией, совместный проект", ""),
        "matching_protocol.pdf": lambda: _matching(year, is_extract=False),
        "matching_extract.pdf": lambda: _matching(year, is_extract=True),
        "order_register.pdf": lambda: register_paper(year.staff.school, year.programme.orders.select_related("programme")).pdf,
    }


def _late(year: Year) -> list[Person]:
    """Mentees whose consents came too late for a pair: their parents have them still to sign."""
    records = MenteeRecord.objects.filter(programme=year.programme).lacking_consents().with_person()
    return [record.person for record in records]


def _consents(year: Year, site: str) -> bytes:
    """Every purpose: a parent signs for a pupil, a teacher who is new signs alone."""
    teacher = {"surname": "Новикова", "name": "Вера", "patronymic": "Андреевна", "kind": PersonKind.TEACHER, "post": "учитель химии"}
    people = [_late(year)[0], Person.objects.create(school=year.staff.school, **teacher)]
    sheets = issue_sheets(actor=year.staff[Role.CURATOR], programme=year.programme, people=people, purposes=list(ConsentPurpose))
    return consent_sheets_pdf(sheets, address=site, on_progress=lambda _done, _total: None)


def _contract(year: Year, kind: PersonKind, content: str, payment: str) -> bytes:
    mentor = MentorRecord.objects.filter(programme=year.programme, person__kind=kind).with_person().first().person
    pair = year.programme.pairs.with_names().filter(mentor__person=mentor).first()
    words = {"content": content, "form": pair.form.title, "payment": payment, "starts_on": pair.starts_on, "ends_on": pair.ends_on}
    return contract_paper(draft_contract(actor=year.staff[Role.CURATOR], person=mentor, programme=year.programme, **words)).pdf


def _matching(year: Year, *, is_extract: bool) -> bytes:
    """Places are made for those who came late."""
    late = _late(year)
    gather_consents(year.staff, late)
    MentorRecord.objects.filter(programme=year.programme).update(capacity=4)
    [run] = start_runs(actor=year.staff[Role.CURATOR], programme=year.programme, weightings=["programme"], orders=["total"])
    facts = protocol_facts(run)
    return protocol_paper(facts, mentee=facts["pairs"][0]["mentee_key"] if is_extract else None).pdf
