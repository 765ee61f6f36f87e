import pytest

from mentoring.common.wording.placeholders import BLANK, filled, written_names


@pytest.mark.parametrize("text, names", [
    ("{mentor} и {Школа}", {"mentor", "Школа"}), ("{ mentor }", {" mentor "}), ("{{ x }} {0} {} {a.b} {x|y} {два слова}", set()),
])  # fmt: skip
def test_one_word_alone_in_braces_is_meant_as_a_name(text, names):
    assert written_names(text) == names


def test_only_the_listed_names_are_filled_and_what_nobody_told_is_a_line_for_the_pen():
    assert filled("{a} {b} {c} {{a}}", {"a": "{b}", "b": ""}) == f"{{b}} {BLANK} {{c}} {{{{b}}}}"
