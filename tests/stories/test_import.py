"""Paste three hundred rows from Excel, fix five cells by keyboard, write."""

import pytest

from tests.stories.curator_import import CuratorImport

pytestmark = pytest.mark.browser

ROWS = 300
LETTERS = "абвгдежзиклмнопрстуф"
WRONG = {10: "31.02.2013", 60: "вчера", 120: "12.13.2013", 200: "12.03.1913", 280: "12.03.13"}
HEADING = ["Ребёнок", "Класс", "Дата рождения", "Что просит"]


def rows() -> list[list[str]]:
    people = [f"Вставкин{LETTERS[number // 20]}{LETTERS[number % 20]} Пётр Ильич" for number in range(ROWS)]
    return [HEADING, *([name, "8А", WRONG.get(number, "12.03.2013"), "алгебра"] for number, name in enumerate(people))]


def test_three_hundred_pasted_rows_and_five_cells_by_keyboard(demonstration, enter):
    curator = enter(CuratorImport, demonstration(), "curator")

    with curator.counting() as hand:
        curator.when_i_paste(rows())
        curator.page.get_by_label("Ребёнок").select_option("name")
        curator.then_i_say_what_the_unknown_column_holds("Что просит", "request")
        curator.then_so_many_cells_are_wrong(len(WRONG))
    assert hand["taps"] <= 4

    with curator.counting() as hand:
        curator.when_i_type_into_the_cells(*["28.02.2013"] * len(WRONG))
        curator.then_so_many_cells_are_wrong(0)
    assert hand.get("taps", 0) == 0

    curator.then_i_write_everybody()
    curator.then_the_base_holds(ROWS, "Вставкин")
