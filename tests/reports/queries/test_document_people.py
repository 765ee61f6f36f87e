"""How letters address people."""

import pytest

from reports.queries.document_people import greeting


@pytest.mark.parametrize(
    "names, words",
    [
        (["Петрова Мария Ильинична"], "Уважаемая Мария Ильинична!"),
        (["Петров Пётр Ильич"], "Уважаемый Пётр Ильич!"),
        (["Петрова Мария Ильинична", "Петров Пётр Ильич"], "Уважаемые Мария Ильинична и Пётр Ильич!"),
        (["Ли Саша"], "Саша!"),
        ([], ""),
    ],
)
def test_adults_are_greeted_by_name_and_patronymic(names, words):
    assert greeting(names) == words


def test_a_pupil_is_greeted_by_name():
    assert greeting(["Петров Пётр Ильич"], is_child=True) == "Дорогой Пётр!"
