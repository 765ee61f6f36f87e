import datetime
import logging
from io import BytesIO

import pytest
from openpyxl import load_workbook

from monitoring.documents import monitoring_facts
from monitoring.services import fill_indicator_sheet
from reports.documents.monitoring_report import monitoring_report
from reports.documents.monitoring_words import summary
from reports.documents.monitoring_workbook import write_monitoring_workbook
from tests.factories.pairs import MeetingFactory, PairFactory

DAY = datetime.date(2027, 5, 31)
SHEETS = [
    *("Сводка", "Пары и группы", "Анкетирование", "Показатели"),
    *("Динамика", "Ожидания и реальность", "Удовлетворённость", "Определения"),
]


@pytest.fixture
def lived(programme, curator):
    """A programme with pairs, a meeting and a filled sheet of indicators."""
    pair = PairFactory(programme=programme, active=True)
    PairFactory(programme=programme, completed=True, group=3)
    MeetingFactory(pair=pair)
    fill_indicator_sheet(actor=curator, programme=programme, values=[2, 2, 2, 2, 2, 2, 1, 1, 1])
    return programme


def change(**values) -> dict:
    """Facts of one characteristic."""
    facts = {"code": "anxiety", "title": "Тревожность", "side": "mentee", "side_title": "Наставляемый", "direction": "lower"}
    facts |= {"direction_title": "лучше меньше", "entry_mean": 6.0, "exit_mean": 3.5, "difference": -2.5, "verdict": "improved"}
    facts |= {"verdict_title": "улучшилось", "pairs_of_answers": 9, "improved": 8, "unchanged": 1, "worse": 0, "missing_exit": 0, "left": 0}
    return facts | {"too_few": False} | values


@pytest.mark.parametrize("state", ["programme", "lived"])
def test_report_renders_without_an_error_in_the_log(request, state, caplog):
    subject = request.getfixturevalue(state)

    with caplog.at_level(logging.WARNING):
        paper = monitoring_report(subject, DAY)

    assert paper.pdf.startswith(b"%PDF")
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    assert subject.school.director_signature in paper.html
    assert "31 мая 2027 г." in paper.html


def test_report_says_the_level_and_where_it_comes_from(lived):
    html = monitoring_report(lived, DAY).html

    assert "оптимальный (15 из 18 баллов)" in html
    assert "15–18 баллов – оптимальный уровень" in html


def test_report_of_a_programme_without_data_says_so(programme):
    html = monitoring_report(programme, DAY).html

    assert "Приказом ещё не закреплена ни одна пара или группа." in html
    assert "Таблица показателей не заполнена." in html


def test_lower_is_better_stands_beside_the_bars(lived, monkeypatch):
    facts = monitoring_facts(lived, DAY) | {"dynamics": [change(), change(title="Малая", entry_mean=None, exit_mean=None, too_few=True)]}
    monkeypatch.setattr("reports.documents.monitoring_report.monitoring_facts", lambda programme, on: facts)

    html = monitoring_report(lived, DAY).html

    assert "Тревожность (меньше – лучше)" in html
    assert "Малая" not in html
    assert "Характеристик, по которым ответили менее пяти человек: 1." in html


def test_summary_counts_what_improved(lived):
    facts = monitoring_facts(lived, DAY) | {"dynamics": [change(), change(verdict="worse"), change(verdict="too_few", too_few=True)]}

    assert "Характеристик, измеренных на входе и на выходе: 2; улучшились: 1, без изменений: 0, ухудшились: 1." in summary(facts)


def test_workbook_has_a_sheet_for_each_table_and_numbers_are_numbers(lived, monkeypatch):
    facts = monitoring_facts(lived, DAY) | {"dynamics": [change()]}
    monkeypatch.setattr("reports.documents.monitoring_workbook.monitoring_facts", lambda programme, on: facts)
    file = BytesIO()

    write_monitoring_workbook(file, lived, DAY)

    book = load_workbook(file)
    assert book.sheetnames == SHEETS
    assert [cell.value for cell in book["Динамика"][2]][3:6] == [6.0, 3.5, -2.5]
    assert book["Показатели"]["D2"].value == 2
    assert len(book["Динамика"]._charts) == 1


def test_workbook_of_an_empty_programme_opens(programme):
    file = BytesIO()

    write_monitoring_workbook(file, programme, DAY)

    assert load_workbook(file).sheetnames == SHEETS
