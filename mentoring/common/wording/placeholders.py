"""Placeholders in braces: a fixed list of names, and nothing else in a text is ever looked at."""

import re

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
WRITTEN = re.compile(r"(?<!\{)\{\s*([^\W\d]\w*)\s*\}(?!\})")  # what somebody means as a name: «{Школа}», «{ mentor }»
BLANK = "____________"  # to be written on paper by hand


def names_in(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def written_names(text: str) -> set[str]:
    """What stands alone in braces as one word, blanks and all: no placeholder has another look."""
    return {found[0][1:-1] for found in WRITTEN.finditer(text)}


def filled(text: str, words: dict) -> str:
    """Known placeholders with their values, a blank line for an empty one; everything else in the text is just text."""
    return PLACEHOLDER.sub(lambda found: _value(found, words), text)


def _value(found: re.Match, words: dict) -> str:
    name = found[1]
    if name not in words:
        return found[0]
    return str(words[name]) or BLANK
