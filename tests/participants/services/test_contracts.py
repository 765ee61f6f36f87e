import datetime
import re

import pytest
from django.core.exceptions import PermissionDenied

from mentoring.common.clock import pretend
from mentoring.common.refusal import Refusal
from participants.contract_papers import contract_paper
from participants.enums import ContractKind, ContractState, Gate, ObstacleCode
from participants.models import MentorContract, MentorRecord
from participants.queries.contracts import mentors_without_contract
from participants.queries.readiness import obstacles_of
from participants.services import choose_gates, draft_contract, edit_contract, end_contract, record_consent, sign_contract, void_contract
from reports.services import keep_name_forms
from tests.factories.participants import MentorRecordFactory

DAY = datetime.date(2026, 9, 10)  # a Thursday
BORN = datetime.date(1980, 5, 17)
WORDS = {"content": "помощь молодому педагогу", "form": "учитель – учитель", "starts_on": DAY, "ends_on": datetime.date(2027, 5, 25)}
PAID = WORDS | {"payment": "2 000 рублей в месяц"}


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


@pytest.fixture
def teacher(programme):
    return MentorRecordFactory(programme=programme, person__teacher=True, person__birth_date=BORN).person


@pytest.fixture
def outsider(programme):
    return MentorRecordFactory(programme=programme, person__teacher=True, person__birth_date=BORN, person__kind="employer").person


@pytest.fixture
def signed(curator, programme, teacher):
    contract = draft_contract(actor=curator, person=teacher, programme=programme, **PAID)
    record_consent(actor=curator, person=teacher, purpose="mentor_agreement", given_on=DAY)
    sign_contract(actor=curator, contract=contract, number="14-дс", signed_on=DAY)
    contract.refresh_from_db()
    return contract


def test_a_teacher_signs_a_supplementary_agreement_and_an_outsider_a_contract(curator, programme, teacher, outsider):
    kinds = {draft_contract(actor=curator, person=teacher, programme=programme, **PAID).kind}
    kinds |= {draft_contract(actor=curator, person=outsider, programme=programme, **WORDS).kind}

    assert kinds == {ContractKind.SUPPLEMENTARY, ContractKind.COOPERATION}


def test_a_pupil_signs_neither(curator, programme):
    pupil = MentorRecordFactory(programme=programme).person

    with pytest.raises(Refusal):
        draft_contract(actor=curator, person=pupil, programme=programme, **WORDS)


@pytest.mark.parametrize("spoilt", [{"payment": ""}, {"content": ""}, {"ends_on": DAY - datetime.timedelta(days=1)}])
def test_words_that_the_law_asks_for_are_asked_for(curator, programme, teacher, spoilt):
    with pytest.raises(Refusal):
        draft_contract(actor=curator, person=teacher, programme=programme, **PAID | spoilt)
    assert not MentorContract.objects.exists()


def test_one_open_contract_for_a_mentor(curator, programme, teacher):
    draft_contract(actor=curator, person=teacher, programme=programme, **PAID)

    with pytest.raises(Refusal):
        draft_contract(actor=curator, person=teacher, programme=programme, **PAID)


def test_without_a_written_consent_a_teacher_signs_nothing(curator, programme, teacher):
    contract = draft_contract(actor=curator, person=teacher, programme=programme, **PAID)

    with pytest.raises(Refusal, match=r"351\.8"):
        sign_contract(actor=curator, contract=contract, number="1", signed_on=DAY)


def test_what_is_signed_is_printed_as_it_was_signed(curator, signed):
    signed.person.surname = "Другая"
    signed.person.save()

    paper = contract_paper(MentorContract.objects.get())

    assert (signed.state, signed.number) == (ContractState.SIGNED, "14-дс")
    assert "Другая" not in paper.html
    for fact in (signed.facts["mentor"], "14-дс", "2 000 рублей", "351.8", "10.09.2026"):
        assert fact in paper.html


def test_an_outsiders_paper_names_what_the_school_asks_for(curator, programme, outsider):
    programme.school.postal_address = "623700, ул. Лесная, д. 4"
    contract = draft_contract(actor=curator, person=outsider, programme=programme, **WORDS)
    contract.school = programme.school

    html = contract_paper(contract).html

    for word in ("безвозмездной", "судимости", "623700", "Персональные данные", outsider.full_name):
        assert word in html


PARTS = {
    "cooperation": ["Предмет", "Права и обязанности", "Порядок взаимодействия", "Безвозмездность", "Персональные данные", "Допуск"],
    "supplementary": ["Предмет", "Содержание, форма и срок", "Выплата", "Права и обязанности", "Досрочное прекращение", "Заключительные"],
}
LAST = {"cooperation": ["Ответственность", "Срок действия", "Реквизиты"], "supplementary": ["Реквизиты"]}


@pytest.mark.parametrize("kind", PARTS)
def test_a_contract_has_its_sections_in_order_and_numbered(curator, programme, teacher, outsider, kind):
    person, words = (teacher, PAID) if kind == "supplementary" else (outsider, WORDS)

    html = contract_paper(draft_contract(actor=curator, person=person, programme=programme, **words)).html

    titles = re.findall(r'<h2 class="paper-section">(\d+)\. ([^<]+)</h2>', html)
    assert [int(number) for number, _title in titles] == list(range(1, len(titles) + 1))
    expected = PARTS[kind] + LAST[kind]
    assert [title.startswith(part) for (_number, title), part in zip(titles, expected, strict=True)] == [True] * len(expected)
    assert "1.1. " in html
    assert ".." not in html.partition("<body")[2]


@pytest.mark.parametrize(
    "director, words",
    [
        (("Соколова", "Марина", "Викторовна"), "в лице директора Соколовой Марины Викторовны, действующей на основании Устава"),
        (("Петров", "Илья", "Сергеевич"), "в лице директора Петрова Ильи Сергеевича, действующего на основании Устава"),
        (("Нгуен", "Ань", ""), "в лице директора Нгуен Ань, действующего (действующей) на основании Устава"),
    ],
)
def test_the_director_acts_in_the_genitive(curator, programme, outsider, director, words):
    contract = draft_contract(actor=curator, person=outsider, programme=programme, **WORDS)
    contract.school.director_surname, contract.school.director_name, contract.school.director_patronymic = director

    assert words in contract_paper(contract).html


def test_the_school_spells_its_director_itself(curator, programme, outsider):
    contract = draft_contract(actor=curator, person=outsider, programme=programme, **WORDS)
    school = contract.school
    name = f"{school.director_surname} {school.director_name} {school.director_patronymic}".strip()
    keep_name_forms(actor=curator, nominative=name, cases={"genitive": "Своевой Марины"})

    assert "в лице директора Своевой Марины" in contract_paper(contract).html


def test_the_text_of_a_signed_contract_stays_when_the_wording_changes(curator, signed, monkeypatch):
    before = contract_paper(signed).sha256
    monkeypatch.setattr("participants.contract_papers.contract_text", lambda wording, words: {"title": "Другое"})

    assert contract_paper(MentorContract.objects.get()).sha256 == before


def test_a_contract_signed_before_texts_were_kept_still_prints(signed):
    del signed.facts["text"]

    assert "351.8" in contract_paper(signed).html


def test_words_of_a_contract_are_only_text(curator, programme, outsider):
    spoilt = WORDS | {"content": "<b>{school}</b> {0} {director.pk}", "form": "{"}

    html = contract_paper(draft_contract(actor=curator, person=outsider, programme=programme, **spoilt)).html

    assert "&lt;b&gt;{school}&lt;/b&gt; {0} {director.pk}" in html


def test_a_signed_contract_is_not_changed(curator, signed):
    with pytest.raises(Refusal):
        edit_contract(actor=curator, contract=signed, content="иначе")


@pytest.mark.parametrize("ended_on, allowed", [(datetime.date(2026, 9, 14), False), (datetime.date(2026, 9, 15), True)])
def test_the_school_cancels_after_three_working_days(curator, signed, ended_on, allowed):
    words = {"contract": signed, "notice_on": DAY, "ended_on": ended_on, "ended_by": "school"}
    if not allowed:
        with pytest.raises(Refusal):
            end_contract(actor=curator, **words)
        return

    end_contract(actor=curator, **words)

    rows = MentorContract.objects.filter(pk=signed.pk)
    assert rows.in_force(ended_on).exists()
    assert not rows.in_force(ended_on + datetime.timedelta(days=1)).exists()


def test_after_an_early_end_a_new_contract_may_be_written(curator, programme, teacher, signed):
    end_contract(actor=curator, contract=signed, notice_on=DAY, ended_on=datetime.date(2026, 9, 15), ended_by="school")

    assert draft_contract(actor=curator, person=teacher, programme=programme, **PAID).state == ContractState.DRAFT


def test_a_draft_in_vain_is_void(curator, programme, teacher):
    contract = draft_contract(actor=curator, person=teacher, programme=programme, **PAID)

    void_contract(actor=curator, contract=contract)

    assert [record.person for record in mentors_without_contract(curator)] == [teacher]


def test_who_lacks_a_contract_is_listed_until_it_is_signed(curator, programme, outsider, signed):
    assert [record.person for record in mentors_without_contract(curator)] == [outsider]


def test_a_programme_may_ask_for_the_contract_before_a_pair(curator, programme, outsider, signed):
    choose_gates(actor=curator, programme=programme, gates=[Gate.CONTRACT])

    records = MentorRecord.objects.with_readiness().with_person().prefetch_related("person__guardians").order_by("pk")
    found = zip(records, obstacles_of(list(records)), strict=True)
    reasons = {record.person: {obstacle.code for obstacle in obstacles} for record, obstacles in found}

    assert ObstacleCode.CONTRACT in reasons[outsider]
    assert ObstacleCode.CONTRACT not in reasons[signed.person]


def test_only_who_records_consents_writes_contracts(mentor_actor, programme, teacher):
    with pytest.raises(PermissionDenied):
        draft_contract(actor=mentor_actor, person=teacher, programme=programme, **PAID)
