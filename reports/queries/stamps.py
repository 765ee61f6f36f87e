"""Stamps of approval and agreement on a paper: «УТВЕРЖДАЮ; Директор; И. О. Фамилия; 01.09.2026»."""

import re

INITIALS = re.compile(r"[А-ЯЁ]\.\s?([А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+(-[А-ЯЁа-яё]+)*")
TO_SIGN = "______________ "


def stamp_facts(lines: list[str]) -> list[dict]:
    """{kind, lines} of each stamp, one to each line of text; a part that is a name with initials gets room for the signature."""
    return [_stamp([part.strip() for part in line.split(";")]) for line in lines if line.strip()]


def _stamp(parts: list[str]) -> dict:
    return {"kind": parts[0], "lines": [f"{TO_SIGN}{part}" if INITIALS.fullmatch(part) else part for part in parts[1:] if part]}
