"""The programme of a school has the parts of the programmes that schools really approve."""

import datetime
import re

import pytest

from programmes.enums import PersonKind
from programmes.models import Kind
from programmes.services import create_programme
from reports.documents.document import printed_paper
from reports.queries.document_facts import printed_facts
from reports.queries.document_texts import document_kind
from tests.factories.pairs import PairFactory

pytestmark = pytest.mark.once  # what is printed does not depend on the database

# Parts of the programmes of school 35 («учитель – ученик») and of gymnasium 40, each under the heading that holds it here.
SCHOOL_35 = {
    "Пояснительная записка": "Пояснительная записка",
    "Нормативные основы": "Нормативные основы",
    "Цели и задачи": "Цели и задачи",
    "Реализуемая практика": "Реализуемая практика",
    "Форма наставничества": "Формы наставничества",
    "Ожидаемые результаты": "Ожидаемые результаты",
    "Риски внедрения и пути их минимизации": "Риски и пути их снижения",
    "Оценка результативности внедрения": "Оценка результативности внедрения",
    "Срок реализации программы": "Срок реализации программы",
    "Участники программы": "Участники программы",
    "Механизм управления": "Механизм управления",
    "Мониторинг реализации программы": "Мониторинг реализации программы",
}
GYMNASIUM_40 = {
    "1. Пояснительная записка": "Пояснительная записка",
    "2. План «Дорожная карта»": "Этапы и дорожная карта",
    "3. Формы наставничества": "Формы наставничества",
    "4. Мониторинг и оценка результатов": "Мониторинг реализации программы",
    "4. Показатели эффективности": "Показатели эффективности реализации программы",
    "5. Критерии эффективности работы наставника": "Критерии эффективности работы наставника",
    "6. Механизмы мотивации и поощрения наставников": "Механизмы мотивации и поощрения наставников",
}
OF_A_FORM = ["Цель", "Задачи", "Ожидаемые результаты", "Характеристика участников", "Формы взаимодействия", "Механизм реализации"]
OF_MONITORING = [
    "Первый этап",
    "Цели этапа",
    "Задачи этапа",
    "Методы",
    "Оформление результатов",
    "Второй этап",
    "Использование результатов",
]
TERM = {"starts_on": datetime.date(2026, 9, 1), "ends_on": datetime.date(2027, 5, 31)}
CIRCUITS = ["Внешний контур", "Внутренний контур"]
MEASURED = ["Использование результатов", "«Наставник года»", "«Наши наставники»", "методическая копилка", "оптимальный уровень"]


@pytest.fixture
def made(curator):
    """A programme from its preset, before anybody is paired."""

    def make(preset, forms=None):
        return create_programme(actor=curator, preset=preset, title="Вместе", **TERM, forms=forms)

    return make


def blocks_of(programme):
    return printed_facts(document_kind("programme"), programme)["blocks"]


def headings(programme) -> list[str]:
    return [block["text"] for block in blocks_of(programme) if block["kind"] == "heading"]


@pytest.mark.parametrize("preset", ["target_model", "by_forms", "teacher_pupil"])
def test_a_programme_has_every_part_of_real_ones_before_the_first_pair(made, preset):
    found = headings(made(preset))

    titles = [re.sub(r"^\d+\. ", "", text) for text in found]
    assert [part for part, title in (SCHOOL_35 | GYMNASIUM_40).items() if title not in titles] == []
    assert [int(text.partition(".")[0]) for text in found] == list(range(1, len(found) + 1))


def test_every_form_says_how_it_is_carried_out(made):
    programme = made("by_forms")
    words = [block["text"] for block in blocks_of(programme)]

    first = [place for place, text in enumerate(words) if text.startswith("Форма «")]
    for start, end in zip(first, [*first[1:], words.index("8. Виды наставничества")], strict=True):
        part = " ".join(words[start:end])
        assert [title for title in OF_A_FORM if title not in part] == []
    assert len(first) == programme.forms.count() == 3


def test_monitoring_management_and_motivation_are_told_in_full(made):
    html = printed_paper(document_kind("programme"), made("target_model")).html

    assert [words for words in (*OF_MONITORING, *CIRCUITS, *MEASURED) if words not in html] == []


def test_only_people_of_its_forms_take_part(made):
    words = [block["text"] for block in blocks_of(made("target_model", forms=["teacher_teacher"]))]

    assert "молодые специалисты;" in words
    assert "обучающиеся в трудной жизненной ситуации;" not in words


def test_kinds_are_those_of_the_preset_until_pairs_work(made, curator):
    programme = made("teacher_pupil")
    assert "саморегулируемое" in kinds_part(programme)

    form = programme.forms.get()
    pair = PairFactory(active=True, programme=programme, form=form, mentor__person__kind=PersonKind.TEACHER)
    pair.kind = Kind.objects.get(code="virtual")
    pair.save()

    assert "дистанционное" in kinds_part(programme)
    assert "саморегулируемое" not in kinds_part(programme)


def kinds_part(programme) -> str:
    words = [block["text"] for block in blocks_of(programme)]
    start = next(place for place, text in enumerate(words) if text.endswith("Виды наставничества"))
    end = next(place for place, text in enumerate(words) if text.endswith("Ожидаемые результаты"))
    return " ".join(words[start:end])


def test_what_nobody_has_told_is_a_line_to_write_on(made):
    programme = made("target_model")
    programme.aims = programme.tasks = programme.expected_results = ""

    words = [block["text"] for block in blocks_of(programme)]

    assert words[words.index("Цели") + 1].startswith("____")
    assert "3. Цели и задачи" in words
