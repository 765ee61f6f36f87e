"""The short name of a school in grammatical cases: «МАОУ гимназия № 40» → «МАОУ гимназии № 40»."""

import re

from mentoring.common.declension import bent, nominative

HEADS = {"школа", "гимназия", "прогимназия", "лицей", "сад", "интернат", "училище", "колледж", "техникум", "институт", "центр"}
WORD = re.compile(r"[А-ЯЁа-яё]?[а-яё]+(-[а-яё]+)*")  # no abbreviation, number or quotation


def school_in_case(name: str, case: str) -> str:
    """`case` is that of pymorphy3. The words as far as the head bend; a name in quotation marks or without a known head stays."""
    pieces = re.split(r"(\s+)", name)
    for place, word in enumerate(pieces):
        if not WORD.fullmatch(word):
            if "«" in word or '"' in word:
                return name
            continue
        readings = nominative(word)
        head = next((one for one in readings if one.tag.POS == "NOUN" and HEADS & set(one.normal_form.split("-"))), None)
        bends = head or next((one for one in readings if one.tag.POS in {"ADJF", "PRTF"}), None)
        if bends is None:
            return name
        pieces[place] = bent(word, bends, case)
        if head:
            return "".join(pieces)
    return name
