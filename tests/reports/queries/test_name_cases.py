import pytest

from reports.queries.name_cases import decline_name, in_case
from reports.services import keep_name_forms


@pytest.mark.parametrize("name, case, expected", [
    ("Петрова Мария Ильинична", "accusative", "Петрову Марию Ильиничну"),
    ("Петрова Мария Ильинична", "dative", "Петровой Марии Ильиничне"),
    ("Иванов Пётр Сергеевич", "genitive", "Иванова Петра Сергеевича"),
    ("Иванов Илья Сергеевич", "instrumental", "Ивановым Ильёй Сергеевичем"),
    ("Шевченко Анна Олеговна", "accusative", "Шевченко Анну Олеговну"),
    ("Smith John", "accusative", "Smith John"),
    ("<b>Иванов</b>", "accusative", "<b>Иванов</b>"),
])  # fmt: skip
def test_names_follow_the_rules(name, case, expected):
    assert decline_name(name, case) == expected


def test_the_spelling_of_the_school_comes_first(curator, school):
    keep_name_forms(actor=curator, nominative="Петрова Мария Ильинична", cases={"accusative": "Петрову Машу"})

    assert in_case("Петрова Мария Ильинична", "accusative") == "Петрову Машу"
    assert in_case("Петрова Мария Ильинична", "dative") == "Петровой Марии Ильиничне"
