"""The lists of what may stand in braces in papers other than orders are true."""

import pytest

from mentoring.common.reference import load
from reports.queries.document_facts import words_of
from reports.queries.document_pairs import pair_words
from reports.queries.document_people import person_words
from reports.queries.document_texts import PLACEHOLDERS, document_kind, document_kinds, document_placeholders
from reports.queries.document_words import programme_words
from tests.factories.pairs import PairFactory
from tests.reference_files import assert_unique, codes, placeholders


@pytest.fixture
def pair(school):
    return PairFactory(active=True, programme__school=school)


def entries() -> list[dict]:
    return load(PLACEHOLDERS)["placeholder"]


def listed(of: str) -> set[str]:
    return {entry["code"] for entry in entries() if entry["of"] == of}


def test_every_word_stands_in_the_list_once_and_every_word_of_the_list_has_a_value(pair, curator):
    programme, person = pair.programme, pair.mentor.person

    assert_unique(codes(entries()))
    assert listed("every") == set(programme_words(programme))
    assert listed("pair") == set(pair_words(pair)) | {"curator_signature"}
    assert listed("person") == set(person_words(person, programme))
    assert set(codes(entries())) == set(words_of(programme, pair, person, author=curator))
    assert {entry["of"] for entry in entries() if document_kind(entry["of"]) is None} == {"every", "pair", "person"}


@pytest.mark.parametrize("kind", document_kinds(), ids=lambda kind: kind["code"])
def test_a_paper_uses_what_its_page_offers(kind):
    lines = (kind["title"], *kind["lines"], *kind["stamps"])

    assert {name for line in lines for name in placeholders(line)} - set(document_placeholders(kind)) == set()
