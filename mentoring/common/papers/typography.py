"""Russian typesetting of a paper: what must stand on one line (А. Э. Мильчин, «Справочник издателя и автора», on blanks)."""

import re

NBSP = "\u00a0"
MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
BREAKABLE = re.compile(
    r"(?<=№) (?=\S)"
    rf"|(?<=\d) (?=(?:{MONTHS})\b)"
    r"|(?<=\d) (?=г\.|гг\.|класс|курс|час|мин|ч\b)"
    r"|(?<=\bг\.|\bп\.|\bс\.) (?=[А-ЯЁ])"
    r"|(?<=\bп\.|\bч\.) (?=\d)|(?<=\bст\.|\bпп\.) (?=\d)"
    r"|(?<=\b[Пп]риложени[еяюи]) (?=\d)"
    r"|(?<=[а-яё]:) (?=\d)"
    r"|(?<=\S) (?=РФ\b)"
    r"|(?<=[\s(«>][авикосуАВИКОСУ]) (?=\S)"
    r"|(?<=[А-ЯЁ]\.) (?=[А-ЯЁ]\.|[А-ЯЁ][а-яё])"
    r"|(?<=[а-яё]) (?=[А-ЯЁ]\. ?[А-ЯЁ]\.(?![А-ЯЁа-яё]))"
    r"|(?<=\S) (?=[–—] )"
)
BETWEEN_INITIALS = re.compile(r"(?<=\b[А-ЯЁ]\.)[ \u00a0](?=[А-ЯЁ]\.)")


def tied(text: str) -> str:
    """Number signs, dates, towns, initials and words of one letter keep their neighbours: «№ 12», «1 сентября», «г. Северный», «в школе».

    Initials stand together, as the standard of papers has them (ГОСТ Р 7.0.97-2025): «М.В. Соколова».
    """
    return BREAKABLE.sub(NBSP, BETWEEN_INITIALS.sub("", text))
