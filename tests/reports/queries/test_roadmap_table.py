"""The rows of a roadmap as papers print them."""

import pytest

from reports.queries.roadmap_table import outcome, roadmap_cells
from tests.factories.programmes import MeasureFactory, StageFactory


@pytest.mark.parametrize(
    "result, document, words",
    [
        ("Куратор назначен", "Приказ о назначении куратора", "Куратор назначен; приказ о назначении куратора"),
        ("Куратор назначен.", "Приказ", "Куратор назначен; приказ"),
        ("База наставляемых", "база наставляемых", "База наставляемых"),
        ("Отчёт о мониторинге, итоги", "Отчёт о мониторинге", "Отчёт о мониторинге, итоги"),
        ("База наставляемых", "Анкеты, база наставляемых", "Анкеты, база наставляемых"),
        ("Участники знают о программе", "", "Участники знают о программе"),
        ("", "Журнал встреч", "Журнал встреч"),
        ("", "", ""),
    ],
)
def test_result_and_document_stand_in_one_column(programme, result, document, words):
    measure = MeasureFactory(stage__programme=programme, result=result, document=document)

    assert outcome(measure) == words


def test_stages_follow_their_numbers_and_a_stage_is_one_row(programme):
    for number in (7, 1, 3):
        stage = StageFactory(programme=programme, number=number, title=f"Этап {number}")
        MeasureFactory(stage=stage, position=2, text="второе", recurrence="Ежегодно", starts_on=None, ends_on=None)
        MeasureFactory(stage=stage, position=1, text="первое", starts_on=None, ends_on=None)

    rows = roadmap_cells(programme)

    assert [row["stage"] for row in rows] == [["1. Этап 1"], ["3. Этап 3"], ["7. Этап 7"]]
    assert (rows[0]["measure"], rows[0]["term"]) == (["первое", "второе"], ["", "Ежегодно"])
