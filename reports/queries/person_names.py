"""Names of people in grammatical cases: the dictionary of pymorphy3 knows most of them, the rules of pytrovich bend the rest."""

import re
from typing import NamedTuple

from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from mentoring.common.declension import bent, nominative
from reports.enums import NameCase

CASES = {
    NameCase.GENITIVE: ("gent", Case.GENITIVE),
    NameCase.DATIVE: ("datv", Case.DATIVE),
    NameCase.ACCUSATIVE: ("accs", Case.ACCUSATIVE),
    NameCase.INSTRUMENTAL: ("ablt", Case.INSTRUMENTAL),
}
MARKS = {NamePart.LASTNAME: "Surn", NamePart.FIRSTNAME: "Name", NamePart.MIDDLENAME: "Patr"}
MAKER, DETECTOR = PetrovichDeclinationMaker(), PetrovichGenderDetector()
WORD = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]+(-[А-ЯЁа-яё]+)*")
SON, DAUGHTER = {"оглы", "оглу", "углы", "улы"}, {"кызы", "гызы", "кизи"}  # «Мамед оглы» is a patronymic that does not bend
STIFF = {"абдул", "абу", "аль", "бен", "бонч", "ван", "дер", "дон", "ибн", "кара", "ла", "ле", "мак", "сен", "сент", "тер", "фон", "эль"}
NO_NOUN = re.compile(r".{2,}(ов|ев|ёв|ин|ын|[аеёиоуыэюя])", re.IGNORECASE)  # «Рубин», «Калина»: a surname bends otherwise than the noun
TELLING = re.compile(r".+((ов|ев|ёв|ин|ын)а?|[сц]к(ий|ая))", re.IGNORECASE)  # «Цой» and «Нгуен» do not tell man from woman


class Name(NamedTuple):
    surname: str
    name: str = ""
    patronymic: str = ""


def decline_name(full_name: str, case: str) -> str:
    """Surname, name, patronymic. What is not two or three Cyrillic words, or a name of unknown gender, stays as it is."""
    name, woman = _read(full_name), is_woman(full_name)
    if woman is None or not name.name:
        return full_name
    parts = [_in_case(word, part, case, woman=woman) for part, word in zip(MARKS, name, strict=True)]
    return " ".join(filter(None, parts))


def is_name(text: str) -> bool:
    """«Петрова Мария», but not «Завуч» or «учитель физики»."""
    name = _read(text)
    return bool(name and name.name)


def is_woman(full_name: str) -> bool | None:
    """By patronymic, else by name, else by surname; None when they do not tell."""
    name = _read(full_name)
    if name is None:
        return None
    surname = name.surname if TELLING.fullmatch(name.surname) else ""
    told = (_son_or_daughter(name.patronymic), _detected(middlename=name.patronymic), _by_name(name.name), _detected(lastname=surname))
    return next((answer for answer in told if answer is not None), None)


def _read(full_name: str) -> Name | None:
    words = full_name.split()
    if len(words) == 4 and _son_or_daughter(words[3]) is not None:
        words = [*words[:2], " ".join(words[2:])]
    is_name = 1 <= len(words) <= 3 and all(WORD.fullmatch(word.partition(" ")[0]) for word in words)
    return Name(*words) if is_name else None


def _son_or_daughter(patronymic: str) -> bool | None:
    last = re.split(r"[ -]", patronymic.lower())[-1]
    return last in DAUGHTER if last in SON | DAUGHTER else None


def _by_name(name: str) -> bool | None:
    """«Саша» and «Женя» are both; of a name that does not bend the dictionary is unsure."""
    readings = [reading for reading in nominative(name) if reading.is_known and "Name" in reading.tag]
    genders = {reading.tag.gender for reading in readings if "Fixd" not in reading.tag}
    if len(genders) == 1:
        return {"masc": False, "femn": True}.get(str(*genders))
    return None if genders else _detected(firstname=name)


def _detected(**part: str) -> bool | None:
    """One part at a time: of parts that disagree the library writes the name into the log."""
    return {Gender.FEMALE: True, Gender.MALE: False}.get(DETECTOR.detect(**part))


def _in_case(word: str, part: NamePart, case: str, *, woman: bool) -> str:
    """A double name stands in the dictionary, or both halves bend, but not the first one of «Бонч-Бруевич»."""
    grammeme, rule = CASES[NameCase(case)]
    if not word or _son_or_daughter(word) is not None:
        return word
    if known := _known(word, part, woman=woman):
        return bent(word, known, grammeme)
    if noun := not woman and part == NamePart.LASTNAME and _noun(word):
        return bent(word, noun, "gent" if case == NameCase.ACCUSATIVE else grammeme)
    if "-" in word:
        *before, last = word.split("-")
        halves = [half if half.lower() in STIFF else _in_case(half, part, case, woman=woman) for half in before]
        return "-".join([*halves, _in_case(last, part, case, woman=woman)])
    return MAKER.make(part, Gender.FEMALE if woman else Gender.MALE, rule, word)


def _known(word: str, part: NamePart, *, woman: bool):
    """The dictionary's reading; of «Зульфия», dative «Зульфие», the rules know the stress."""
    if part == NamePart.FIRSTNAME and word.endswith("ия"):
        return None
    gender = "femn" if woman else "masc"
    readings = [reading for reading in nominative(word) if reading.is_known and MARKS[part] in reading.tag and "Fixd" not in reading.tag]
    return next((reading for reading in readings if reading.tag.gender in (gender, None)), None)


def _noun(word: str):
    """«Кузнец», «Заяц», «Соловей»: a man's surname bends as the noun does."""
    if NO_NOUN.fullmatch(word):
        return None
    readings = [
        one for one in nominative(word) if one.is_known and {"NOUN", "masc"} in one.tag and not {"Fixd", "Geox"} & one.tag.grammemes
    ]
    return min(readings, key=lambda one: "anim" not in one.tag, default=None)
