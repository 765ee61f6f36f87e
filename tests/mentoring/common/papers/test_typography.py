import pytest

from mentoring.common.papers.typography import tied


@pytest.mark.parametrize(
    "text",
    [
        "приказ № 12",
        "1 сентября",
        "2025 г.",
        "г. Северный",
        "М. В. Соколова",
        "Соколова М.В.",
        "Учитель – ученик",
    ],
)
def test_what_belongs_together_stays_on_one_line(text):
    assert "\u00a0" in tied(text)
    assert tied(text).replace("\u00a0", " ") == text


@pytest.mark.parametrize("text", ["в целях реализации", "12 пар", "Конец. Начало", '<p class="a" id="b">', "Лицей МАОУ"])
def test_other_blanks_may_break(text):
    assert tied(text) == text
