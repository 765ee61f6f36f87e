import logging
from pathlib import Path

import pytest

from reports.enums import NameCase
from reports.queries.person_names import decline_name, is_woman

TABLE = [line.split(" | ") for line in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()[1:]]
STAYS = ["Кравчук Саша", "Хэ Мэй", "Нгуен Тхи Лан", "Smith John", "Иванов", "—", "", "<b>Иванов</b>", "Иванов И. И."]


def test_the_table_is_long():
    assert len(TABLE) >= 40


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_a_name_reads_in_cases_as_a_linguist_writes_it(row):
    name, *cases = row

    assert [decline_name(name, case) for case in NameCase] == cases


@pytest.mark.parametrize("name", STAYS)
def test_what_is_no_name_or_tells_no_gender_stays(name):
    assert [decline_name(name, case) for case in NameCase] == [name] * 4


@pytest.mark.parametrize("name, woman", [
    ("Цой Юлия", True),
    ("Дюма Александр", False),
    ("Смирнова Саша", True),
    ("Ким Саша", None),
    ("Окуджава Женя Шалвович", False),
    ("Мамедова Нигяр Расим кызы", True),
    ("Smith John", None),
    ("", None),
])  # fmt: skip
def test_the_gender_is_told_by_patronymic_then_name_then_surname(name, woman):
    assert is_woman(name) is woman


def test_no_name_gets_into_the_log(caplog):
    with caplog.at_level(logging.WARNING):
        decline_name("Цой Юлия", NameCase.DATIVE)
        decline_name("Иванова Никита", NameCase.DATIVE)

    assert caplog.text == ""
