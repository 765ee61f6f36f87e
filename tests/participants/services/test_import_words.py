"""T-13c: however a cell is written, it is read as what it says or refused, never as something else."""

import random

from mentoring.common.names import search_key
from mentoring.common.sheets.cells import parse_text
from participants.services.importing.words import split_contacts, split_name

BLANKS = [" ", "  ", "\u00a0", "\n", "\r\n", "\t", " \u200b"]
SURNAMES = ["Ёлкина", "Мамина-Сибиряк", "Салтыков-Щедрин", "О'Генри", "Каримов", "Артёмова", "Ли", "Нго"]
NAMES = ["Вера", "Артём", "Анна-Мария", "Фёдор", "Мехмед", "Ян"]
PATRONYMICS = ["", "Петровна", "Семёнович", "Вагиф оглы", "Гейдар кызы"]


def spelled(dice, text: str) -> str:
    """The same words with other blanks, another case, е for ё, a soft hyphen."""
    words = [dice.choice([str, str.upper, str.lower])(word) for word in text.split()]
    words = [word.replace("ё", "е").replace("Ё", "Е") if dice.random() < 0.3 else word for word in words]
    words = [word[:2] + "\u00ad" + word[2:] if dice.random() < 0.1 else word for word in words]
    return dice.choice(["", " ", "\u00a0"]) + "".join(word + dice.choice(BLANKS) for word in words)


def test_five_thousand_spellings_of_a_name_are_that_name():
    dice, wrong = random.Random(13), []
    for _case in range(5_000):
        told = (dice.choice(SURNAMES), dice.choice(NAMES), dice.choice(PATRONYMICS))
        written = spelled(dice, " ".join(told))
        read = split_name(parse_text(written))
        if read is None or search_key(*read) != search_key(*told) or not all(part[:1].isupper() for part in read if part):
            wrong.append((written, read))

    assert wrong == []


def test_five_thousand_torn_names_are_never_read_with_letters_that_nobody_wrote():
    dice, invented = random.Random(14), []
    for _case in range(5_000):
        text = " ".join([dice.choice(SURNAMES), dice.choice(NAMES), dice.choice(PATRONYMICS)]).strip()
        place = dice.randrange(len(text))
        torn = text[:place] + dice.choice(["", ".", ",", "1", " ", "@", "/", '"', "Х"]) + text[place + dice.randrange(2) :]
        read = split_name(parse_text(torn))
        if read is not None and search_key(*read) != search_key(parse_text(torn)):
            invented.append((torn, read))

    assert invented == []


def test_contacts_are_taken_apart_however_they_stand():
    dice = random.Random(15)
    for _case in range(5_000):
        parts = {
            "name": "Ёлкина Ольга Юрьевна",
            "phone": dice.choice(["+7 900 123-45-67", "8(900)1234567"]),
            "email": "olga.e+1@mail.school.ru",
        }
        kept = dice.sample(sorted(parts), k=dice.randrange(1, 4))
        text = dice.choice([", ", "; ", " ", "\n"]).join(parts[part] for part in kept)

        assert split_contacts(parse_text(text)) == {part: parts[part] if part in kept else "" for part in ("email", "phone", "name")}, text


def test_a_cell_of_one_endless_word_is_read_at_once():
    """A pattern that begins anew at every letter needed five seconds for such a cell, and a workbook holds thousands."""
    assert split_contacts("9a" * 16_000 + "@") == {"email": "", "phone": "", "name": ""}
