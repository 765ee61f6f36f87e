"""What the curator has told for a paper (`ask`), as values of placeholders; what nobody has told is empty or a line to write on."""

from mentoring.common.wording.placeholders import BLANK
from reports.queries.blocks import paragraphs, points, table, to_write
from reports.queries.order_annexes import line_cells
from reports.queries.order_texts import all_texts

VOTED = "за – единогласно"


def told_words(told: dict, found: dict) -> dict:
    """`found` are the words of the programme, pair and person: some answers stand in for them."""
    return {
        "chair": told.get("chair", ""),
        "secretary": told.get("secretary", ""),
        "present": told.get("present", ""),
        "absent": told.get("absent", "") or "нет",
        "agenda": _agenda(told),
        "discussion": _discussion(told),
        "acknowledged": told.get("acknowledged", ""),
        "table_acknowledged": _sheet(told.get("people", [])),
        "problem": points(told.get("problem", [])) or to_write(),
        "goal": paragraphs([told.get("goal", "")]) or to_write(),
        "personal_tasks": points(told.get("tasks", [])) or to_write(),
        "personal_results": points(told.get("results", [])) or to_write(),
        "mode": told.get("mode", "") or "очно",
        "frequency": told.get("frequency", "") or found.get("frequency", ""),
        "case_problem": points(told.get("problem", [])),
        "case_actions": points(told.get("actions", [])),
        "case_results": points(told.get("results", [])),
        "case_advice": points(told.get("advice", [])),
        "partner": told.get("partner", ""),
        "partner_greeting": told.get("greeting", "") or found.get("greeting", BLANK),
    }


def _questions(told: dict) -> list[dict]:
    return line_cells(told.get("questions", []), ("question", "speaker", "decision"))


def _agenda(told: dict) -> list[dict]:
    return paragraphs(f"{number}. {one['question'][0]}." for number, one in enumerate(_questions(told), 1))


def _discussion(told: dict) -> list[dict]:
    """Heard, decided, voted: a question after another."""
    found = []
    for number, one in enumerate(_questions(told), 1):
        question, speaker, decision = (one[name][0].rstrip(".") for name in ("question", "speaker", "decision"))
        heard = f"{speaker} – {question[0].lower()}{question[1:]}" if speaker else question
        found += [f"{number}. СЛУШАЛИ: {heard}.", f"РЕШИЛИ: {decision or BLANK}.", f"Голосовали: {told.get('vote') or VOTED}."]
    return paragraphs(found)


def _sheet(people: list[str]) -> list[dict]:
    """Names and posts with room for a date and a signature."""
    columns = [column["heading"] for column in all_texts()["acknowledgement"]["columns"]]
    rows = [[[str(number)], one["person"], one["post"], [""], [""]] for number, one in enumerate(line_cells(people, ("person", "post")), 1)]
    return table(columns, rows, look="sign")
