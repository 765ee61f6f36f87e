from reports.queries.name_cases import in_case
from reports.services import keep_name_forms


def test_the_spelling_of_the_school_comes_first(curator, school):
    keep_name_forms(actor=curator, nominative="Петрова Мария Ильинична", cases={"accusative": "Петрову Машу"})

    assert in_case("Петрова Мария Ильинична", "accusative") == "Петрову Машу"
    assert in_case("Петрова Мария Ильинична", "dative") == "Петровой Марии Ильиничне"
