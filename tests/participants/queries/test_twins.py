import datetime

import pytest

from participants.enums import TwinSign
from participants.models import ToldApart
from participants.queries.twins import suspected_twins, twins_of
from tests.factories.participants import PersonFactory

BORN = datetime.date(2013, 3, 12)
VERA = {"surname": "Ёлкина", "name": "Вера", "patronymic": "Петровна", "birth_date": BORN, "phone": "", "email": ""}


def found(rows) -> list[list[str]]:
    return [[str(sign) for sign in signs] for _person, signs in rows]


@pytest.mark.parametrize(
    "known, sign",
    [
        ({"surname": "Елкина"}, TwinSign.NAME),
        ({"birth_date": None}, TwinSign.NAME),
        ({"surname": "Ёлкинa"}, TwinSign.LETTERS),
        ({"name": "Bера"}, TwinSign.LETTERS),
        ({"patronymic": "", "birth_date": None}, TwinSign.NO_PATRONYMIC),
        ({"name": "Варвара", "birth_date": None, "birth_year": 2013}, TwinSign.INITIALS),
    ],
    ids=["е for ё", "no birth date", "Latin a", "Latin B", "no patronymic", "initials and year"],
)
def test_a_likely_twin_is_found_with_its_sign(school, known, sign):
    PersonFactory(school=school, **VERA | known)

    assert found(twins_of(VERA)) == [[sign.label]]


@pytest.mark.parametrize("known, asked", [("8 (900) 123-45-67", "+7 900 123 45 67"), ("+79001234567", "89001234567")])
def test_a_phone_is_compared_by_its_digits(school, known, asked):
    PersonFactory(school=school, surname="Иванова", name="Вера", phone=known)

    assert found(twins_of(VERA | {"phone": asked})) == [[TwinSign.PHONE.label]]


def test_an_email_is_compared_in_any_case(school):
    PersonFactory(school=school, surname="Иванова", name="Вера", email="Vera@example.ru")

    assert found(twins_of(VERA | {"email": "vera@example.ru"})) == [[TwinSign.EMAIL.label]]


def test_sisters_with_one_phone_are_not_suspected(school):
    PersonFactory(school=school, surname="Ёлкина", name="Ольга", birth_date=datetime.date(2011, 1, 1), phone="+7 900 123-45-67")

    assert twins_of(VERA | {"phone": "+7 900 123-45-67"}) == []


def test_namesakes_with_two_birth_dates_are_two_people(school):
    PersonFactory(school=school, **VERA | {"birth_date": datetime.date(2013, 3, 13)})

    assert twins_of(VERA) == []


def test_a_pair_that_was_told_apart_is_not_shown_again(school, curator):
    one, other = PersonFactory(school=school, **VERA), PersonFactory(school=school, **VERA | {"birth_date": None})
    assert [(twins.one, twins.other) for twins in suspected_twins(10)[0]] == [(one, other)]

    ToldApart.objects.create(school=school, pair=ToldApart.key(one.pk, other.pk), told_by=curator)

    assert suspected_twins(10) == ([], 0)
    assert twins_of(VERA, but=other.pk) == []


def test_people_of_another_school_are_nobody_s_twins(school, other_school):
    PersonFactory(school=other_school, **VERA)

    assert twins_of(VERA) == []


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_of_twins_takes_the_same_questions_for_one_pair_and_for_thirty(school, count, django_assert_num_queries):
    for number in range(count):
        for born in (BORN, None):
            PersonFactory(school=school, **VERA | {"surname": f"Ёлкина{'абвгдежзиклмнопрстуфхцчшщэюяъыь'[number]}", "birth_date": born})

    with django_assert_num_queries(3):
        shown, total = suspected_twins(50)

    assert (len(shown), total) == (count, count)
