"""Columns of the two bases."""

import re

import pytest

from mentoring.common.reference import load
from programmes.enums import PersonKind
from tests.reference_files import assert_unique, codes


def folded(heading):
    """A heading as an import compares it."""
    return re.sub(r"\W+", " ", heading.lower().replace("ё", "е")).strip()


@pytest.mark.parametrize("base, count", [("mentees", 12), ("mentors", 15)])
def test_base_keeps_the_recommended_columns_first(base, count):
    columns = next(each for each in load("participants/texts/columns.toml")["base"] if each["code"] == base)["column"]

    assert [column.get("extra", False) for column in columns] == [False] * count + [True] * (len(columns) - count)
    assert [column["code"] for column in columns if column["required"]] == ["name"]


def test_no_heading_or_synonym_names_two_columns():
    for base in load("participants/texts/columns.toml")["base"]:
        assert_unique(codes(base["column"]))
        assert_unique(word for column in base["column"] for word in {folded(each) for each in [column["heading"], *column["synonyms"]]})
        assert {column["kind"] for column in base["column"]} <= {"text", "date", "integer", "person", "persons"}


def test_choices_know_every_kind_of_person():
    choices = {choice["code"]: choice["values"] for choice in load("participants/texts/columns.toml")["choice"]}

    assert codes(choices["person_kind"]) == PersonKind.values
    assert_unique(word for value in choices["person_kind"] for word in value["words"])
    for base in load("participants/texts/columns.toml")["base"]:
        assert {column["choices"] for column in base["column"] if "choices" in column} <= set(choices)
