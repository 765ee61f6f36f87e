"""The school's own text of a contract: only text, and never in place of what somebody may have in hand already."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.html import escape

from accounts.models import AuditEvent
from mentoring.common.clock import pretend
from mentoring.common.refusal import Refusal
from mentoring.common.wording.versions import StaleText
from participants.contract_papers import contract_paper, contract_specimen
from participants.contract_remarks import contract_remarks, remarks_on_contract
from participants.enums import ContractKind
from participants.models import MentorContract
from participants.queries.contract_texts import contract_text, school_wording, template_wording, unnumbered
from participants.services import draft_contract, record_consent, sign_contract
from participants.services.contract_wording import keep_contract_wording, take_present_wording
from tests.factories.participants import MentorRecordFactory
from tests.reports.services.test_wording import PAYLOADS

DAY = datetime.date(2026, 9, 10)
KIND = ContractKind.SUPPLEMENTARY
FACTS = {"content": "помощь молодому педагогу", "form": "учитель – учитель", "payment": "2 000 рублей в месяц"}
TERM = {"starts_on": DAY, "ends_on": datetime.date(2027, 5, 25)}
REFUSED = {"{unknown}", "{school }", "{ school}", "{SCHOOL}", "${shell}", "{php}echo 1{/php}"}  # names in braces that Tandem does not have


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


@pytest.fixture
def own() -> dict:
    first = "Содержание: {content}. Форма: {form}. С {starts_on} по {ends_on}."
    lines = ["# Общие положения", first, "- {payment}", "# Прочее", "Иное."]
    return template_wording(KIND) | {"title": "Соглашение о наставничестве", "lines": lines}


@pytest.fixture
def draft(curator, programme):
    person = MentorRecordFactory(programme=programme, person__teacher=True, person__birth_date=datetime.date(1980, 5, 17)).person
    return draft_contract(actor=curator, person=person, programme=programme, **FACTS, **TERM)


def test_a_new_contract_reads_as_the_school_words_it(curator, own, programme):
    keep_contract_wording(actor=curator, kind=KIND, texts=own)
    person = MentorRecordFactory(programme=programme, person__teacher=True).person

    html = contract_paper(draft_contract(actor=curator, person=person, programme=programme, **FACTS, **TERM)).html

    for words in ("Соглашение о наставничестве", "1. Общие положения", "1.1. Содержание: помощь", "– 2 000 рублей", "2.1. Иное."):
        assert words in html
    assert "Прекращение" not in html
    assert AuditEvent.objects.filter(name="contract_text.changed").count() == 1


def test_a_draft_keeps_the_text_it_was_made_with_until_somebody_takes_the_present_one(curator, own, draft):
    before = contract_paper(draft).html

    keep_contract_wording(actor=curator, kind=KIND, texts=own)
    assert contract_paper(MentorContract.objects.get()).html == before

    take_present_wording(actor=curator, contract=draft)
    assert "Соглашение о наставничестве" in contract_paper(MentorContract.objects.get()).html


def test_a_draft_from_before_wordings_were_kept_was_made_with_tandems_text(curator, own, draft):
    MentorContract.objects.update(wording={})

    keep_contract_wording(actor=curator, kind=KIND, texts=own)

    assert "Досрочное прекращение" in contract_paper(MentorContract.objects.get()).html


def test_what_was_printed_and_then_signed_is_what_is_kept(curator, own, draft):
    keep_contract_wording(actor=curator, kind=KIND, texts=own)
    record_consent(actor=curator, person=draft.person, purpose="mentor_agreement", given_on=DAY)

    sign_contract(actor=curator, contract=draft, number="1", signed_on=DAY)

    signed = MentorContract.objects.get()
    assert signed.facts["text"]["title"].startswith("Дополнительное соглашение")
    with pytest.raises(Refusal):
        take_present_wording(actor=curator, contract=signed)


def test_the_schools_text_goes_back_to_tandems(curator, own):
    keep_contract_wording(actor=curator, kind=KIND, texts=own)
    keep_contract_wording(actor=curator, kind=KIND, texts=template_wording(KIND))

    assert school_wording(KIND) == template_wording(KIND)


@pytest.mark.parametrize("name", ["{зарплата}", "{Mentor}", "{ mentor }", "{certificate}"])
def test_a_name_in_braces_that_this_contract_does_not_have_is_refused(curator, own, name):
    with pytest.raises(Refusal, match=name):
        keep_contract_wording(actor=curator, kind=KIND, texts=own | {"preamble": f"Слова {name}"})
    assert school_wording(KIND) == template_wording(KIND)


def test_a_text_that_begins_with_no_section_is_refused(curator, own):
    with pytest.raises(Refusal, match="#"):
        keep_contract_wording(actor=curator, kind=KIND, texts=own | {"lines": ["Просто текст"]})


def test_who_saves_second_is_told(curator, own):
    with pytest.raises(StaleText):
        keep_contract_wording(actor=curator, kind=KIND, texts=own, version="another")


def test_only_who_records_consents_words_contracts(mentor_actor, draft, own):
    with pytest.raises(PermissionDenied):
        keep_contract_wording(actor=mentor_actor, kind=KIND, texts=own)
    with pytest.raises(PermissionDenied):
        take_present_wording(actor=mentor_actor, contract=draft)


@pytest.mark.parametrize("kind", ContractKind)
def test_tandems_own_texts_have_nothing_to_remark_on(kind):
    assert contract_remarks(kind, template_wording(kind)) == []


def test_what_the_curator_fills_in_and_the_text_does_not_say_is_told(own):
    remarks = contract_remarks(KIND, own | {"lines": ["# Предмет", "Содержание: {content}."]})

    assert [name for name in ("{content}", "{form}", "{payment}") if any(name in remark for remark in remarks)] == ["{form}", "{payment}"]


def test_wrong_citations_are_told_in_the_text_and_in_what_was_typed(own, draft):
    assert any("351.8" in remark for remark in contract_remarks(KIND, own | {"preamble": "По ст. 358.1 ТК РФ"}))
    draft.payment = "по распоряжению Минпросвещения России от 24.12.2019 № P-145"
    assert any("№ Р-145" in remark for remark in remarks_on_contract(draft))


@pytest.mark.parametrize("line, tidy", [
    ("2.1. Работник", "Работник"), ("2.1 Работник", "Работник"), ("# 3. Выплата", "# Выплата"), ("#Предмет", "#Предмет"),
    ("10.09.2026 стороны", "10.09.2026 стороны"), ("2 000 рублей", "2 000 рублей"), ("Просто", "Просто"),
])  # fmt: skip
def test_numbers_that_were_copied_along_are_taken_off(line, tidy):
    assert unnumbered(line) == tidy


def test_what_is_typed_into_a_contract_cannot_begin_a_section(own):
    text = contract_text(own | {"lines": ["# Предмет", "{content}"]}, {"content": "# Чужой раздел"})

    assert [section["clauses"] for section in text["sections"]] == [["1.1. # Чужой раздел"]]


@pytest.mark.once
@pytest.mark.parametrize("kind", ContractKind)
def test_payloads_in_the_schools_text_print_as_they_are_written(curator, school, kind):
    payloads = [payload for payload in PAYLOADS if payload not in REFUSED]
    lines = [f"начало {payload} конец" for payload in payloads]
    texts = {"title": lines[0], "sides": [lines[1], lines[2]], "preamble": lines[3], "lines": ["# Раздел", *lines]}
    keep_contract_wording(actor=curator, kind=kind, texts=texts)

    page = contract_specimen(kind, school_wording(kind), school)

    told = [f"начало {escape(payload.replace('{school}', school.full_name))} конец" for payload in payloads]
    assert [words for words in told if words not in page] == []


@pytest.mark.parametrize("payload", sorted(REFUSED))
def test_a_payload_that_looks_like_a_name_is_refused(curator, own, payload):
    with pytest.raises(Refusal):
        keep_contract_wording(actor=curator, kind=KIND, texts=own | {"title": payload})
