import pytest

from mentoring.common.sheets.letters import with_cyrillic_letters


@pytest.mark.parametrize(
    "text, offer",
    [
        ("Ивaнова Анна", "Иванова Анна"),
        ("Cоснов", "Соснов"),
        ("Соснов", None),
        ("Smith John", None),
        ("IT-специалист", None),
        ("Ivаnоv", None),
        ("7B", None),
    ],
)
def test_a_mixed_word_is_offered_in_russian_letters(text, offer):
    assert with_cyrillic_letters(text) == offer


@pytest.mark.parametrize("text, offer", [("7B", "7В"), ("7D", None), ("7Б", None)])
def test_the_letter_of_a_class_counts_as_a_word(text, offer):
    assert with_cyrillic_letters(text, whole_words=True) == offer
