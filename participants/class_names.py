"""How a class is written: «7 «б» класс» and «7б» are 7Б, so that a class teacher finds the whole class."""

import re

CLASS = re.compile(r"(\d{1,2})[\s\-–]*[«\"'(]?([А-ЯЁа-яёA-Za-z])[»\"')]?(?:\s*(?:класс|кл)\.?)?", re.IGNORECASE)


def tidy_class_name(text: str) -> str:
    """A class in one spelling; the name of a group stays as it is."""
    text = " ".join(text.split())
    match = CLASS.fullmatch(text)
    return f"{int(match[1])}{match[2].upper()}" if match else text
