"""The individual plan and what a personalised programme takes from plan and meetings."""

import datetime

import pytest
from django.utils import translation

from pairs.enums import MeetingType, PlanSection
from reports.queries.document_facts import printed_facts, words_of
from reports.queries.document_pairs import pair_words
from reports.queries.document_texts import document_kind
from tests.factories.pairs import MeetingFactory, PairFactory, PlanItemFactory


@pytest.fixture
def pair(school):
    pair = PairFactory(active=True, programme__school=school)
    return type(pair).objects.with_names().get(pk=pair.pk)


def of_teachers(pair):
    pair.form.mentee_kinds = ["teacher"]
    return pair


def rows_of(blocks) -> list[list[str]]:
    return [["; ".join(cell) for cell in row] for row in blocks[0]["table"]["rows"]]


def test_a_pupil_has_two_sections_and_a_teacher_three(pair):
    def bands():
        return [row[0] for row in rows_of(pair_words(pair)["table_plan"]) if len(row) == 1]

    assert bands() == ["Раздел 1. Анализ трудностей и способы их преодоления", "Раздел 2. Направления развития обучающегося"]
    of_teachers(pair)
    assert bands() == [
        "Раздел 1. Анализ трудностей и способы их преодоления",
        "Раздел 2. Вхождение в должность",
        "Раздел 3. Направления профессионального развития",
    ]


def test_tasks_stand_in_their_sections_and_an_empty_section_has_a_row_to_write_in(pair):
    PlanItemFactory(pair=of_teachers(pair), section=PlanSection.ADAPTATION, task="Документы", planned_result="ведёт сам", mark="справился")

    rows = rows_of(pair_words(pair)["table_plan"])

    assert [row for row in rows if row[0] == "2.1"] == [["2.1", "Документы", "30.11.2026", "ведёт сам", "", "справился"]]
    assert [row for row in rows if row[0] in ("1.1", "3.1")] == [["1.1", *[""] * 5], ["3.1", *[""] * 5]]


def test_both_sides_sign_the_plan_with_the_day(pair):
    signs = printed_facts(document_kind("individual_plan"), pair.programme, pair=pair)["signs"]

    assert [sign["post"] for sign in signs] == ["Наставник", "Наставляемый"]
    assert all("20___ г." in sign["day"] for sign in signs)


def test_the_schedule_knows_the_days_of_meetings_that_took_place(pair):
    for day, kind in ((12, MeetingType.ORGANISATIONAL), (20, MeetingType.ORGANISATIONAL), (15, MeetingType.TRIAL)):
        MeetingFactory(pair=pair, held_on=datetime.date(2026, 10, day), type=kind)
    MeetingFactory(pair=pair, held_on=datetime.date(2026, 10, 25), type=MeetingType.PLANNING, took_place=False)

    rows = rows_of(pair_words(pair)["table_schedule"])

    assert [row[0].split()[0] for row in rows] == ["Организационная", "Пробная", "Встреча-планирование", "Регулярные", "Заключительная"]
    assert [row[1] for row in rows][:3] == ["12.10.2026", "15.10.2026", "____________"]
    assert rows[4][1] == f"до {pair.ends_on:%d.%m.%Y}"


def test_a_paper_speaks_russian_to_who_reads_the_pages_in_english(pair):
    MeetingFactory(pair=pair)
    with translation.override("en"):
        words = pair_words(pair)

    assert rows_of(words["table_meetings"])[0][1] == "Регулярная"


def test_interim_results_are_those_of_the_plan_by_dates(pair):
    PlanItemFactory(pair=pair, due_on=datetime.date(2026, 12, 20), planned_result="Проект начат")
    PlanItemFactory(pair=pair, due_on=datetime.date(2026, 11, 1), task="Беседа", planned_result="")
    PlanItemFactory(pair=pair, due_on=pair.ends_on, planned_result="Итог года")

    assert [one["text"] for one in pair_words(pair)["interim_results"]] == ["к 01.11.2026: беседа", "к 20.12.2026: проект начат"]


def test_how_often_they_meet_is_what_the_curator_says_else_what_the_form_recommends(pair):
    assert words_of(pair.programme, pair)["frequency"].startswith("не реже одного раза в две недели")
    assert words_of(pair.programme, pair, told={"frequency": "каждую среду"})["frequency"] == "каждую среду"


def test_what_nobody_has_told_leaves_a_line_and_no_gap_in_the_numbers(pair):
    blocks = printed_facts(document_kind("personal_programme"), pair.programme, pair=pair)["blocks"]

    texts = [block["text"] for block in blocks]
    assert [block["text"] for block in blocks if block["kind"] == "heading"] == [
        "1. Участники и условия",
        "2. Пояснительная записка",
        "3. План мероприятий",
    ]
    for title in ("Проблема, с которой работает пара", "Цель", "Задачи", "Промежуточные результаты", "Планируемые результаты"):
        assert texts[texts.index(title) + 1].startswith("____")


def test_a_report_of_a_mentor_keeps_all_its_parts(pair):
    blocks = printed_facts(document_kind("mentor_report"), pair.programme, pair=pair)["blocks"]

    assert [block["text"][:2] for block in blocks if block["kind"] == "heading"] == ["1.", "2.", "3.", "4.", "5.", "6."]
