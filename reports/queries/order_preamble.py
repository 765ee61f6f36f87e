"""The preamble of an order: lines that hold for whom it is about, joined by commas."""

from mentoring.common.wording.placeholders import filled, names_in

TEACHERS, PUPILS = "[педагоги] ", "[обучающиеся] "  # marks before a line (reports/texts/orders.toml)
AMONG_TEACHERS = "teacher_teacher"


def lines_for(order, pairs: list, lines: list[str]) -> list[str]:
    """Lines without their marks; those for teachers, or for others, are left out of an order that has none of them."""
    forms = {pair.form.code for pair in pairs} or set(order.programme.forms.values_list("code", flat=True))
    holds = {TEACHERS: AMONG_TEACHERS in forms, PUPILS: forms != {AMONG_TEACHERS}}
    marked = [(next((mark for mark in holds if line.startswith(mark)), ""), line) for line in lines]
    return [line.removeprefix(mark) for mark, line in marked if holds.get(mark, True)]


def preamble(lines: list[str], words: dict) -> str:
    """A line whose placeholder has no value is left out."""
    told = [line for line in lines if all(words.get(name, name) != "" for name in names_in(line))]
    return ", ".join(filled(line, words).rstrip(",") for line in told)
