"""Russian typesetting of a paper: what must stand on one line (А. Э. Мильчин, «Справочник издателя и автора», on blanks)."""

import re

NBSP = "\u00a0"
MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
BREAKABLE = re.compile(
    r"(?<=№) (?=\S)"
    rf"|(?<=\d) (?=(?:{MONTHS})\b)"
    r"|(?<=\d) (?=г\.|гг\.|класс|час|мин)"
    r"|(?<=\bг\.|\bп\.|\bс\.) (?=[А-ЯЁ])"
    r"|(?<=[А-ЯЁ]\.) (?=[А-ЯЁ]\.|[А-ЯЁ][а-яё])"
    r"|(?<=[а-яё]) (?=[А-ЯЁ]\. ?[А-ЯЁ]\.(?![А-ЯЁа-яё]))"
    r"|(?<=\S) (?=[–—] )"
)


def tied(text: str) -> str:
    """Number signs, dates, towns and initials keep their neighbours: «№ 12», «1 сентября», «г. Северный», «Соколова М.В.»."""
    return BREAKABLE.sub(NBSP, text)
