"""Papers hold the parts of real ones in their order: order 71-б and statute of school 4, the list of papers of a lyceum."""

import datetime
import re

import pytest
from django.utils.html import strip_tags

from reports.documents.order import order_preview
from reports.models import Order
from reports.queries.document_facts import printed_facts
from reports.queries.document_texts import document_kind
from reports.queries.order_texts import order_kind, order_kinds
from reports.services import prepare_order, send_order, sign_order
from tests.factories.pairs import PairFactory

DAY = datetime.date(2026, 9, 1)
WITHOUT_EFFECT = [kind["code"] for kind in order_kinds() if kind["effect"] == "none"]
STATUTE_OF_SCHOOL_4 = (
    "Общие положения",
    "Цель, задачи и формы",
    "Организация наставничества",
    "Права и обязанности наставника",
    "Права и обязанности наставляемого",
    "Пары и группы",
    "Изменение и завершение работы пары",
    "Персональные данные и публикация",
    "Заключительные положения",
)
# What the sections of that statute hold: its nine principles, terms, duties of each side and of the mentors' association.
TOPICS_OF_SCHOOL_4 = {
    "Общие положения": [
        *("наставник –", "наставляемый –", "куратор –", "наставничество –", "форма наставничества –", "персонализированная программа"),
        *("научности", "системности", "легитимности", "прав личности", "добровольности", "аксиологичности", "ответственности"),
        *("индивидуализации", "равенства", "не должно мешать"),
    ],
    "Цель, задачи и формы": ["Цель", "закрепиться в профессии", "цифровую среду", "связи с партнёрами", "формам", "виды наставничества"],
    "Организация наставничества": [
        *("на основании приказов", "Директор", "Куратор", "не реже одного раза в год", "дорожную карту", "персонифицированный учёт"),
        *("банк персонализированных программ", "итоговый аналитический отчёт", "статистического наблюдения"),
        *("методическое объединение", "уладить разногласия", "банк лучших практик", "как поощрить наставников"),
    ],
    "Права и обязанности наставника": ["личного дела", "с их согласия", "сложении обязанностей", "лично проверять", "в жизнь коллектива"],
    "Права и обязанности наставляемого": ["в срок", "должностную инструкцию", "составлении плана", "замене наставника", "распорядка"],
    "Пары и группы": ["отвечает запросу", "заинтересованы друг в друге", "приказом директора"],
    "Изменение и завершение работы пары": ["в полном объёме", "взаимному решению", "куратора", "срок работы может быть продлён"],
    "Персональные данные и публикация": ["базы наставников и наставляемых", "лучшие практики", "после её завершения"],
    "Заключительные положения": ["вступает в силу", "Изменения"],
}


@pytest.fixture
def programme(school):
    return PairFactory(programme__school=school).programme


def missing_in_order(text: str, parts) -> list[str]:
    """Parts that do not follow the one before."""
    place, missing = 0, []
    for part in parts:
        found = text.find(part, place)
        if found < 0:
            missing.append(part)
        else:
            place = found + len(part)
    return missing


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", strip_tags(html).replace("&nbsp;", " "))


@pytest.mark.parametrize("kind", WITHOUT_EFFECT)
def test_an_order_of_any_kind_has_the_anatomy_of_a_real_one(curator, director, programme, kind):
    told = {"basis_order": "приказа управления от 29.08.2026 № 100", "protocol_number": "1", "protocol_date": "2026-08-30"}
    order = prepare_order(actor=curator, programme=programme, kind=kind, details=told)
    send_order(actor=curator, order=order)
    signed = sign_order(actor=director, order=Order.objects.get(pk=order.pk), on=DAY)
    school, annexes = signed.school, order_kind(kind)["appendix"]

    parts = [school.founder, school.full_name, "Приказ", "1 сентября 2026 г.", school.place, "№ 1-од", signed.title]
    parts += ["протокол от 30.08.2026 № 1", "ПРИКАЗЫВАЮ:", "Контроль исполнения оставляю за собой.", school.director_post]
    parts.append(school.director_signature.replace("\N{NO-BREAK SPACE}", " "))
    for annex in annexes:
        parts += [f"Приложение {annex['number']}", "к приказу № 1-од", "от 1 сентября 2026 г.", annex["title"]]
    assert missing_in_order(words_of(order_preview(signed)), [*parts, "Лист ознакомления", "к приказу № 1-од"]) == []


def test_a_statute_has_the_sections_of_a_real_one(programme):
    facts = printed_facts(document_kind("statute"), programme)
    headings = [block["text"].partition(". ")[2] for block in facts["blocks"] if block["kind"] == "heading"]

    assert [heading for heading in headings if heading in STATUTE_OF_SCHOOL_4] == list(STATUTE_OF_SCHOOL_4)
    numbers = [int(block["text"].split(".")[0]) for block in facts["blocks"] if block["kind"] == "heading"]
    assert numbers == list(range(1, len(headings) + 1))
    clauses = [found[1] for block in facts["blocks"] if (found := re.match(r"(\d+)\.\d+\. ", block["text"]))]
    assert clauses == sorted(clauses, key=int)


def test_a_statute_has_what_the_sections_of_a_real_one_hold(programme):
    blocks = printed_facts(document_kind("statute"), programme)["blocks"]
    parts = {}
    for block in blocks:
        if block["kind"] == "heading":
            title = block["text"].partition(". ")[2]
        parts[title] = f"{parts.get(title, '')} {block['text']}"

    missing = [(title, words) for title, told in TOPICS_OF_SCHOOL_4.items() for words in told if words not in parts[title]]
    assert missing == []


def test_the_statute_names_the_papers_of_the_lyceum(programme):
    lines = " ".join(block["text"] for block in printed_facts(document_kind("statute"), programme)["blocks"])

    told = ["положение", "о внедрении целевой модели", "дорожная карта", "координатора и кураторов", "Школы наставников"]
    assert missing_in_order(lines.partition("регламентируют")[2], [*told, "наставнических пар и групп", "итогового мероприятия"]) == []
