"""What people write into the cells of a base, taken apart: full names and free contacts."""

import re

from mentoring.common.names import search_key
from mentoring.common.sheets.cells import parse_text

NAME_PART = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")  # begins where a word does: a cell of one long word costs its length
PHONE = re.compile(r"\+?\d[\d\s().-]{4,18}\d")


INITIALS = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) ?([^\W\d_])\. ?(?:([^\W\d_])\.?)?")
BETWEEN_PEOPLE = re.compile(r"[,;/\n]+|\s+и\s+")
NOBODY = {"", "-", "–", "—", "нет", "не назначен", "не определен"}
MOST_WORDS = 4  # in one name


def pieces_of(raw) -> list[str]:
    """The names that a cell holds, as they are written; dashes and «нет» are nobody."""
    pieces = [parse_text(piece) for piece in BETWEEN_PEOPLE.split(str(raw))] if raw is not None else []
    return [piece for piece in pieces if search_key(piece) not in NOBODY]


def holds_several_people(raw) -> bool:
    """More than one full name in the cell: separated somehow, or simply too many words."""
    pieces = [parse_text(piece) for piece in BETWEEN_PEOPLE.split(str(raw))]
    names = [piece for piece in pieces if piece]
    if len(names) > 1 and all(split_name(piece) for piece in names):
        return True
    words = parse_text(raw).split()
    return len(words) > MOST_WORDS and split_name(" ".join(words)) is not None


def split_name(text: str) -> tuple[str, str, str] | None:
    """Surname, name and patronymic; None when it is not a full name («Иванов И. И.» is not)."""
    parts = text.split()
    if len(parts) < 2 or any(len(part) < 2 or not NAME_PART.fullmatch(part) for part in parts):
        return None
    parts = [_tidy(part) for part in parts]
    return parts[0], parts[1], " ".join(parts[2:])


def _tidy(part: str) -> str:
    """«ИВАНОВА» and «иванова» are Иванова; «оглы» and mixed case stay."""
    if part.lower() in {"оглы", "кызы", "оглу", "гызы"}:
        return part.lower()
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), part) if part.isupper() or part.islower() else part


def split_contacts(text: str) -> dict[str, str]:
    """`email`, `phone` and the `name` of a representative, as far as the cell holds them."""
    found = {"email": "", "phone": "", "name": ""}
    if match := EMAIL.search(text):
        found["email"], text = match[0], text.replace(match[0], " ")
    if match := PHONE.search(text):
        found["phone"], text = match[0].strip(), text.replace(match[0], " ")
    words = [word for word in re.split(r"[\s,;:()]+", text) if word]
    for start in range(len(words)):
        name = split_name(" ".join(words[start : start + 3]))
        if name is not None and name[2] and all(word[0].isupper() for word in words[start : start + 3]):
            found["name"] = " ".join(name)
            break
    return found
