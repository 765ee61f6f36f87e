import pytest

from mentoring.common.papers.typography import tied


@pytest.mark.parametrize(
    "text",
    [
        "приказ № 12",
        "1 сентября",
        "2025 г.",
        "г. Северный",
        "ст. 351.8",
        "п. 3",
        "приложению 1",
        "Всего пар: 19",
        "ТК РФ",
        "студент 3 курса",
        "14 ч",
        "пары и группы",
        "(в школе)",
        "Соколова М.В.",
        "Учитель – ученик",
    ],
)
def test_what_belongs_together_stays_on_one_line(text):
    assert "\u00a0" in tied(text)
    assert tied(text).replace("\u00a0", " ") == text


@pytest.mark.parametrize("text", ["для целей реализации", "12 пар", "Конец. Начало", '<p class="a" id="b">', "Лицей МАОУ"])
def test_other_blanks_may_break(text):
    assert tied(text) == text


@pytest.mark.parametrize("text", ["М. В. Соколова", "М.\u00a0В.\u00a0Соколова", "М.В. Соколова"])
def test_initials_stand_together(text):
    assert tied(text) == "М.В.\u00a0Соколова"
