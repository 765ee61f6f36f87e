"""Posts in grammatical cases: which words of a post bend and how, by the dictionary of pymorphy3."""

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from mentoring.common.declension import bent, dictionary, nominative
from reports.enums import NameCase

CASES = {NameCase.GENITIVE: "gent", NameCase.DATIVE: "datv", NameCase.ACCUSATIVE: "accs", NameCase.INSTRUMENTAL: "ablt"}
PHRASES = re.compile(r"(\s*[,;/]\s*|\s+[–—-]\s+|\s+и\s+)")
WORD = re.compile(r"(\w+-)*[А-ЯЁа-яё][а-яё]+")  # an abbreviation, a number and Latin letters stay
ATTRIBUTES = ("ADJF", "PRTF")
NO_POSTS = {"Surn", "Name", "Patr", "Geox", "Fixd"}
THINGS = {"лицо", "модератор", "навигатор"}  # people whom the dictionary holds for things as well


class Bend(NamedTuple):
    """A part of a post; without a reading it stays as it is written."""

    text: str
    reading: object = None

    def in_case(self, case: str) -> str:
        if self.reading is None:
            return self.text
        return bent(self.text, self.reading, _grammeme(self.reading.tag, case))


def decline_post(post: str, case: str) -> str:
    """«социальный педагог» → «социального педагога», «заведующая библиотекой» → «заведующую библиотекой»."""
    return "".join(bend.in_case(case) for bend in read_post(post))


def is_sure_post(post: str) -> bool:
    """Something bends, and the dictionary has all of it."""
    readings = [bend.reading for bend in read_post(post) if bend.reading is not None]
    return bool(readings) and all(reading.is_known for reading in readings)


@lru_cache(maxsize=1000)
def read_post(post: str) -> tuple[Bend, ...]:
    """After a comma or «и» a post of its own may begin: it bends when it begins in the nominative."""
    bends = []
    for place, piece in enumerate(PHRASES.split(post)):
        words = re.split(r"(\s+)", piece)
        head = _head(words[::2], is_first=place == 0) if place % 2 == 0 else []
        parts = [head[at // 2] if at % 2 == 0 and at // 2 < len(head) else [Bend(word)] for at, word in enumerate(words)]
        bends += chain.from_iterable(parts)
    return tuple(bends)


def _head(words: list[str], *, is_first: bool) -> list[list[Bend]]:
    """The words as far as the head noun, «старший вожатый» of «старший вожатый лагеря»; none where no person stands in the nominative."""
    if not words:
        return []
    word, *rest = words
    if not WORD.fullmatch(word) or _is_adverb(word):
        tail = _head(rest, is_first=is_first)
        return [[Bend(word)], *tail] if tail else []
    if person := _person(word, is_first=is_first):
        return [person, *_beside(rest)]
    if not (attribute := _bends(word, _attributes)):
        return []
    if not rest or not _nominative(rest[0]):
        return [attribute]  # «заведующий библиотекой», «ответственный за питание»
    tail = _head(rest, is_first=is_first)
    return [attribute, *tail] if tail and _agree(attribute[-1], tail[0][-1]) else []


def _beside(words: list[str]) -> list[list[Bend]]:
    """«педагог психолог», «учитель наставник»; «командир кадет» is not one."""
    if not words or any("gent" in reading.tag for reading in dictionary().parse(words[0])):
        return []
    person = _person(words[0], is_first=False)
    return [person, *_beside(words[1:])] if person else []


def _person(word: str, *, is_first: bool) -> list[Bend]:
    return _bends(word, _people) or (_bends(word, _unknown_people) if is_first else [])


def _bends(word: str, pick) -> list[Bend]:
    """«шеф-повар» is one word of the dictionary, both halves of «сестра-хозяйка» bend, the last one of «PR-менеджер»."""
    halves = [word] if dictionary().word_is_known(word) else word.split("-")
    *before, last = halves
    found = pick(last)
    if not found or not WORD.fullmatch(last):
        return []
    parts = [Bend(half, next(iter(_people(half) or _attributes(half)), None)) for half in before]
    return [*chain.from_iterable((part, Bend("-")) for part in parts), Bend(last, found[0])]


def _people(word: str) -> list:
    nouns = [reading for reading in _nominative(word) if reading.tag.POS == "NOUN"]
    return [noun for noun in nouns if "anim" in noun.tag or noun.word in THINGS]


def _unknown_people(word: str) -> list:
    return [reading for reading in _nominative(word) if reading.tag.POS == "NOUN" and not reading.is_known]


def _attributes(word: str) -> list:
    return [reading for reading in _nominative(word) if reading.tag.POS in ATTRIBUTES]


def _nominative(word: str) -> list:
    return [reading for reading in nominative(word) if not NO_POSTS & reading.tag.grammemes]


def _is_adverb(word: str) -> bool:
    """«временно исполняющий»."""
    return not _nominative(word) and any("ADVB" in reading.tag for reading in dictionary().parse(word))


def _agree(attribute: Bend, head: Bend) -> bool:
    """«глава» is of both genders, which the dictionary tells by none."""
    genders = {str(bend.reading.tag.gender) for bend in (attribute, head) if bend.reading}
    return len(genders - {"None"}) < 2


def _grammeme(tag, case: str) -> str:
    """A post is somebody's: «старшего вожатого», even where the word is an adjective or new to the dictionary."""
    is_thing = tag.gender == "masc" and (tag.POS in ATTRIBUTES or "anim" not in tag)
    return "gent" if is_thing and case == NameCase.ACCUSATIVE else CASES[NameCase(case)]
