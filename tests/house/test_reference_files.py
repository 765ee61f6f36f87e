"""Every file of reference data says where it comes from, in clean letters, with acts cited rightly."""

import re

import pytest

from mentoring.common.reference import ROOT, load
from programmes.queries.citations import citation_remarks
from tests.reference_files import strings

FILES = sorted(
    str(path.relative_to(ROOT))
    for folder in ["programmes/presets", "monitoring/instruments", "participants/texts", "reports/texts", "reports/rehearsal"]
    for path in (ROOT / folder).glob("*.toml")
)


@pytest.mark.parametrize("path", FILES)
def test_file_says_where_it_comes_from(path):
    assert load(path)["source"].strip()


@pytest.mark.parametrize("path", FILES)
def test_words_do_not_mix_latin_and_cyrillic_letters(path):
    mixed = re.compile(r"[A-Za-z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][A-Za-z]|\b[A-Za-z]-145|[A-Za-z]{2}-42/02")

    found = [text for key, text in strings(load(path)) if key != "pattern" and mixed.search(text)]

    assert found == []


@pytest.mark.parametrize("path", FILES)
def test_texts_cite_acts_with_their_right_requisites(path):
    for key, text in strings(load(path)):
        if key not in {"pattern", "right", "misprints"}:
            assert citation_remarks(text) == []
