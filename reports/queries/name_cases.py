"""Names and posts in grammatical cases: rules by pytrovich, the school's own spelling before them."""

import re

from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from reports.enums import NameCase
from reports.models import NameForms
from reports.queries.post_cases import decline_post

CASES = {
    NameCase.GENITIVE: Case.GENITIVE,
    NameCase.DATIVE: Case.DATIVE,
    NameCase.ACCUSATIVE: Case.ACCUSATIVE,
    NameCase.INSTRUMENTAL: Case.INSTRUMENTAL,
}
PARTS = (NamePart.LASTNAME, NamePart.FIRSTNAME, NamePart.MIDDLENAME)
MAKER, DETECTOR = PetrovichDeclinationMaker(), PetrovichGenderDetector()


def lower_first(text: str) -> str:
    """«Учитель физики» → «учитель физики»; an abbreviation stays."""
    return text if not text or text[1:2].isupper() else text[0].lower() + text[1:]


def is_woman(full_name: str) -> bool | None:
    """By surname, name and patronymic; None when they do not tell."""
    known = dict(zip(("lastname", "firstname", "middlename"), full_name.split(), strict=False))
    gender = DETECTOR.detect(**known) if known else Gender.ANDROGYNOUS
    return {Gender.FEMALE: True, Gender.MALE: False}.get(gender)


def in_case(text: str, case: str, *, is_post: bool = False) -> str:
    """«Петрова Мария Ильинична» → «Петрову Марию Ильиничну»; the school's own spelling comes first."""
    own = NameForms.objects.filter(nominative=text).first()
    return (own and getattr(own, case)) or (decline_post(text, case) if is_post else decline_name(text, case))


def decline_name(full_name: str, case: str) -> str:
    """Surname, name, patronymic. What is not three Cyrillic words, or a name of unknown gender, stays as it is."""
    words = full_name.split()
    if not 2 <= len(words) <= 3 or not all(re.fullmatch(r"[А-ЯЁ][А-ЯЁа-яё-]+", word) for word in words):
        return full_name
    known = dict(zip(("lastname", "firstname", "middlename"), words, strict=False))
    gender = DETECTOR.detect(**known)
    if gender == Gender.ANDROGYNOUS:
        return full_name
    return " ".join(_decline_word(part, gender, case, word) for part, word in zip(PARTS, words, strict=False))


def _decline_word(part, gender, case: str, word: str) -> str:
    """Both halves of a double surname are declined, as in «Римскому-Корсакову»."""
    return "-".join(MAKER.make(part, gender, CASES[NameCase(case)], half) for half in word.split("-"))
