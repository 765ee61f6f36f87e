"""The monitoring report as a workbook: a sheet a table, numbers as numbers."""

import datetime
from typing import BinaryIO

from django.utils import translation

from mentoring.common.sheets.columns import Sheet, SheetChart, SheetColumn
from mentoring.common.sheets.writer import write_workbook
from monitoring.documents import monitoring_facts
from reports.documents.monitoring_words import summary


def write_monitoring_workbook(target: BinaryIO, programme, on: datetime.date) -> None:
    facts = monitoring_facts(programme, on)
    makers = (_summary, _pairs, _responses, _indicators, _dynamics, _gaps, _satisfaction, _definitions)
    with translation.override("ru"):
        write_workbook(target, [make(facts) for make in makers])


def _text(heading: str, width: float = 40) -> SheetColumn:
    return SheetColumn(heading, "text", width)


def _whole(heading: str, width: float = 14) -> SheetColumn:
    return SheetColumn(heading, "integer", width)


def _decimal(heading: str) -> SheetColumn:
    return SheetColumn(heading, "decimal", 12)


def _date(heading: str) -> SheetColumn:
    return SheetColumn(heading, "date", 14)


def _day(iso: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None


def _summary(facts: dict) -> Sheet:
    programme, meetings, pairs = facts["programme"], facts["meetings"], facts["pairs"]
    words = {
        "Школа": programme["school"],
        "Программа": programme["title"],
        "Учебный год": programme["year"],
        "Формы наставничества": "; ".join(programme["forms"]),
        "По состоянию на": f"{_day(facts['on']):%d.%m.%Y}",
    }
    numbers = {
        "Наставников": pairs["mentors"],
        "Наставляемых": pairs["mentees"],
        "Пар и групп всего": pairs["total"],
        "из них групп": pairs["groups"],
        "Встреч состоялось": meetings["held"],
        "Встреч не состоялось": meetings["not_held"],
        "Часов встреч": meetings["hours"],
    }
    rows = [(name, None, text) for name, text in words.items()]
    rows += [(name, number, None) for name, number in numbers.items()]
    rows += [("Вывод", None, sentence) for sentence in summary(facts)]
    return Sheet("Сводка", [_text("Показатель", 32), _decimal("Число"), _text("Текст", 90)], rows)


def _pairs(facts: dict) -> Sheet:
    states = facts["pairs"]["states"]
    head = [_text("Форма наставничества"), *[_whole(state["title"]) for state in states], _whole("Всего")]
    rows = [[row["form"], *[row["counts"][state["code"]] for state in states], row["total"]] for row in facts["pairs"]["by_form"]]
    return Sheet("Пары и группы", head, rows)


def _responses(facts: dict) -> Sheet:
    head = [_text("Этап мониторинга"), _text("Замер", 14), _date("Открыто"), _date("Закрыто"), _whole("Приглашено"), _whole("Ответили")]
    rows = [
        [
            rate["phase_title"],
            rate["wave_title"],
            _day(rate["opened_on"]),
            _day(rate["closed_on"]),
            rate["invited"],
            rate["answered"],
            rate["share"],
        ]
        for rate in facts["responses"]
    ]
    return Sheet("Анкетирование", [*head, _whole("Доля, %")], rows)


def _indicators(facts: dict) -> Sheet:
    sheet = facts["indicators"]
    rows = []
    if sheet is not None:
        rows = [[score["position"], score["criterion"], score["title"], score["value"]] for score in sheet["scores"]]
        rows.append([None, "Сумма", f"Уровень: {sheet['level_title']}", sheet["total"]])
    return Sheet("Показатели", [_whole("№", 6), _text("Критерий"), _text("Показатель", 70), _whole("Баллы")], rows)


def _dynamics(facts: dict) -> Sheet:
    head = [
        _text("Характеристика"),
        _text("Кто", 16),
        _text("Что лучше", 18),
        _decimal("Вход"),
        _decimal("Выход"),
        _decimal("Разница"),
        _text("Итог", 20),
        *[_whole(heading) for heading in ("Ответили дважды", "Лучше", "Без изменений", "Хуже", "Нет выхода", "Выбыли")],
    ]
    keys = (
        *("title", "side_title", "direction_title", "entry_mean", "exit_mean", "difference", "verdict_title"),
        *("pairs_of_answers", "improved", "unchanged", "worse", "missing_exit", "left"),
    )
    return Sheet("Динамика", head, *_measured(facts["dynamics"], keys, "Вход и выход, среднее из 10"))


def _gaps(facts: dict) -> Sheet:
    head = [_text("Вопрос", 60), _text("Кто", 16), _whole("Ответили дважды"), _decimal("Ожидали"), _decimal("Получили"), _decimal("Разрыв")]
    keys = ("title", "side_title", "answers", "expected_mean", "actual_mean", "gap")
    return Sheet("Ожидания и реальность", head, *_measured(facts["gaps"], keys, "Ожидания и реальность, среднее из 10"))


def _measured(facts: list[dict], keys: tuple[str, ...], title: str) -> tuple[list[list], SheetChart]:
    """Rows and their chart, columns 4 and 5 as bars; what too few people answered stands below and is not drawn."""
    ordered = sorted(facts, key=lambda fact: fact["too_few"])
    drawn = sum(not fact["too_few"] for fact in facts)
    return [[fact[key] for key in keys] for fact in ordered], SheetChart(title, categories=1, series=(4, 5), maximum=10, rows=drawn)


def _satisfaction(facts: dict) -> Sheet:
    head = [_text("Кто", 24), _whole("Ответили"), _whole("Довольны"), _whole("Доля, %")]
    keys = ("side_title", "answered", "satisfied", "share")
    return Sheet("Удовлетворённость", head, [[side[key] for key in keys] for side in facts["satisfaction"]])


def _definitions(facts: dict) -> Sheet:
    words = facts["definitions"]
    rows = [
        ("Удовлетворённость", words["satisfaction"]),
        ("Динамика", words["dynamics"]),
        ("Направление", words["direction"]),
        ("Малые группы", words["small"]),
        *((f"Уровень: {level['title']}", f"от {level['from']} до {level['to']} баллов") for level in words["levels"]),
        *((f"{mark['value']} балла" if mark["value"] == 2 else f"{mark['value']} балл", mark["title"]) for mark in words["marks"]),
        ("Источник показателей", words["indicators"]),
        *(("Источник анкет", source) for source in dict.fromkeys(words["questionnaires"].values())),
    ]
    return Sheet("Определения", [_text("Что", 32), _text("Пояснение", 110)], rows)
