import subprocess
import sys
from pathlib import Path

import pytest

from reports.enums import NameCase
from reports.queries.post_cases import decline_post

STAYS = [
    "ЗДУВР",
    "зам. директора по УВР",
    "и. о. директора",
    "и.о. директора",
    "врио директора",
    "HR",
    "7Б",
    "9А класс",
    "ООО «Ромашка»",
    "гимназия № 40",
    "школьная библиотека",
    "<b>учитель</b>",
    "ведущая методист",
    "",
]
TABLE = [line.split(" | ") for line in Path(__file__).with_name("posts.txt").read_text(encoding="utf-8").splitlines()[1:]]


def test_the_table_is_long():
    assert len(TABLE) >= 60


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_a_post_reads_in_cases_as_a_linguist_writes_it(row):
    post, *cases = row

    assert [decline_post(post, case) for case in NameCase] == cases


@pytest.mark.parametrize("post", STAYS)
def test_what_has_no_head_in_the_nominative_stays(post):
    assert [decline_post(post, case) for case in NameCase] == [post] * 4


def test_spaces_stay_as_they_are_typed():
    assert decline_post(" учитель  физики ", "dative") == " учителю  физики "


def test_the_dictionary_is_loaded_by_the_first_post_only():
    program = """
import sys, django
django.setup()
import reports.urls
from reports.queries.post_cases import decline_post
assert "pymorphy3" not in sys.modules
decline_post("завуч", "dative")
assert "pymorphy3" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)
