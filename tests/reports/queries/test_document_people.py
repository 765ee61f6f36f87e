"""How letters address people."""

import pytest

from programmes.enums import PersonKind
from reports.documents.document import printed_paper
from reports.queries.document_people import greeting, person_words
from reports.queries.document_texts import document_kind
from tests.factories.participants import MentorRecordFactory, PersonFactory


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


@pytest.mark.parametrize(
    "name, places",
    [
        (("Петрова", "Мария", "Ильинична"), ("ученица 9А класса", "ученице 9А класса")),
        (("Петров", "Пётр", "Ильич"), ("ученик 9А класса", "ученику 9А класса")),
        (("Нгуен", "Ань", ""), ("9А класс", "9А класс")),
    ],
)
def test_a_pupil_is_of_a_class_in_the_case_of_the_name(programme, name, places):
    surname, own, patronymic = name
    pupil = PersonFactory(school=programme.school, kind=PersonKind.PUPIL, surname=surname, name=own, patronymic=patronymic, class_name="9А")

    words = person_words(pupil, programme)

    assert (words["person_place"], words["person_place_dat"]) == places


def test_a_certificate_names_the_pupil_and_the_class_in_the_dative(programme):
    pupil = {"surname": "Петров", "name": "Пётр", "patronymic": "Ильич", "class_name": "9А"}
    person = MentorRecordFactory(programme=programme, **{f"person__{field}": value for field, value in pupil.items()}).person

    html = printed_paper(document_kind("certificate"), programme, person=person).html

    for words in ("Петрову Петру Ильичу", "ученику 9А класса", "за участие в программе наставничества", "в качестве наставника"):
        assert words in html
