"""Russian words in grammatical cases, by the dictionary of pymorphy3."""

from functools import cache


@cache
def dictionary():
    """22 MB and 0.1 s: only a process that bends a word pays for them."""
    import pymorphy3  # noqa: PLC0415 - large, and a process that prints nothing does without it

    return pymorphy3.MorphAnalyzer(lang="ru")


def nominative(word: str) -> list:
    """Readings of a word in the nominative singular, the likeliest first."""
    return [reading for reading in dictionary().parse(word) if {"nomn", "sing"} in reading.tag]


def bent(word: str, reading, case: str) -> str:
    """The word in a case (`gent`, `datv` …), its capitals and its е kept."""
    found = (reading.inflect({case}) or reading).word
    if "ё" in reading.word and "ё" not in word.lower():
        found = found.replace("ё", "е")
    if word.isupper():
        return found.upper()
    halves = zip(word.split("-"), found.split("-"), strict=True)
    return "-".join(half.capitalize() if old[0].isupper() else half for old, half in halves)


RULES: dict = {}  # `in_case` and `is_woman` of the room that keeps the school's own spelling; it lies above those that ask


def in_case(text: str, case: str, *, is_post: bool = False) -> str:
    """A name or a post in a case of `NameCase`."""
    return RULES["in_case"](text, case, is_post=is_post)


def is_woman(full_name: str) -> bool | None:
    """None when the name does not tell."""
    return RULES["is_woman"](full_name)


ACTING = {True: "действующей", False: "действующего", None: "действующего (действующей)"}


def represented_by(post: str, name: str, basis: str = "Устава") -> str:
    """«директора Соколовой Марины Викторовны, действующей на основании Устава», after «в лице»."""
    opening = post if post[1:2].isupper() else post[:1].lower() + post[1:]
    return f"{in_case(opening, 'genitive', is_post=True)} {in_case(name, 'genitive')}, {ACTING[is_woman(name)]} на основании {basis}"
