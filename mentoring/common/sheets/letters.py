"""Latin letters that look like Russian ones: a reader does not see them, a search does not find the word."""

import re

LATIN, CYRILLIC = "ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук"
TWINS = str.maketrans(LATIN, CYRILLIC)
WORD = re.compile(r"[^\W\d_]+")
HAS_LATIN = re.compile("[A-Za-z]")
HAS_CYRILLIC = re.compile("[А-Яа-яЁё]")


def with_cyrillic_letters(text: str, *, whole_words: bool = False) -> str | None:
    """The text with mixed words written in Russian letters, None when there is nothing to offer.

    With `whole_words` a word of look-alikes alone counts as well: the B of «7B» is a Latin one.
    """
    if not HAS_LATIN.search(text):
        return None

    def repaired(match: re.Match) -> str:
        word = match[0]
        suspected = HAS_LATIN.search(word) and (whole_words or HAS_CYRILLIC.search(word))
        russian = word.translate(TWINS)
        return russian if suspected and not HAS_LATIN.search(russian) else word

    offer = WORD.sub(repaired, text)
    return offer if offer != text else None
