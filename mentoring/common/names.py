"""Names of people: how they are shown and how they are found."""

import re
import unicodedata


def full_name(surname: str, name: str, patronymic: str = "") -> str:
    """«Иванова Анна Петровна»."""
    return " ".join(part for part in (surname, name, patronymic) if part)


def short_name(surname: str, name: str, patronymic: str = "") -> str:
    """«Иванова А. П.», the spaces unbreakable."""
    initials = "\N{NO-BREAK SPACE}".join(f"{part[0]}." for part in (name, patronymic) if part)
    return f"{surname}\N{NO-BREAK SPACE}{initials}" if initials else surname


def signature_name(surname: str, name: str, patronymic: str = "") -> str:
    """«А. П. Иванова», as under a signature (ГОСТ Р 7.0.97-2025)."""
    initials = "\N{NO-BREAK SPACE}".join(f"{part[0]}." for part in (name, patronymic) if part)
    return f"{initials}\N{NO-BREAK SPACE}{surname}" if initials else surname


def search_key(*texts: str) -> str:
    """Lower case, ё as е, single spaces: SQLite's LIKE ignores case only for ASCII."""
    text = unicodedata.normalize("NFC", " ".join(filter(None, texts))).lower().replace("ё", "е")
    return re.sub(r"\s+", " ", text).strip()
