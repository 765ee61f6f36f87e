"""The appendices of an order as rows of cells; a cell is a list of lines, a group has a line for each mentee."""

from programmes.models import Measure
from reports.queries.order_texts import filled
from reports.queries.order_words import new_mentor, short_day


def annex_facts(annex: dict, number: int, order, pairs: list, ending: list, texts: dict, words: dict) -> dict:
    """JSON values only. A text appendix has `paragraphs`, every other one `columns` and `rows`."""
    facts = {"number": number, "title": annex["title"], "columns": [], "rows": [], "paragraphs": []}
    if annex["content"] == "text":
        return facts | {"paragraphs": [_paragraph(filled(line, words)) for line in texts["lines"]]}
    makers = {
        "pairs": lambda: [_pair_cells(pair) for pair in pairs],
        "ending": lambda: [_pair_cells(pair) for pair in ending],
        "replacement": lambda: _replacement_cells(order, ending),
        "roadmap": lambda: roadmap_cells(order.programme),
        "mentors": lambda: [_mentor_cells(record) for record in chosen_mentors(order)],
        "members": lambda: _line_cells(order.details.get("members", []), ("person", "post", ("part", "forms"))),
        "awards": lambda: _line_cells(order.details.get("awards", []), ("person", "post", "award")),
        "timetable": lambda: _line_cells(order.details.get("timetable", []), ("topic", "hours", "day", "who")),
    }
    columns = annex["columns"]
    rows = [{"number": [str(place)], **cells} for place, cells in enumerate(makers[annex["content"]](), 1)]
    return facts | {
        "columns": [column["heading"] for column in columns],
        "rows": [[row[column["code"]] for column in columns] for row in rows],
    }


def chosen_mentors(order) -> list:
    rows = order.programme.mentorrecords.with_person().filter(pk__in=order.details.get("mentors", []))
    return sorted(rows, key=lambda record: record.person.full_name)


def roadmap_cells(programme) -> list[dict]:
    """A stage is one row: its name spans the lines of its measures."""
    measures = Measure.objects.filter(stage__programme=programme).select_related("stage").order_by("stage__number", "position")
    stages = {}
    for measure in measures:
        row = stages.setdefault(
            measure.stage_id, {"stage": [str(measure.stage)], "measure": [], "result": [], "term": [], "responsible": []}
        )
        has_term = measure.recurrence or (measure.starts_on and measure.ends_on)
        row["measure"].append(measure.text)
        row["result"].append(measure.result or measure.document)
        row["term"].append(measure.term if has_term else "")
        row["responsible"].append(measure.responsible)
    return list(stages.values())


def _paragraph(line: str) -> dict:
    return {"text": line.removeprefix("#").strip(), "heading": line.startswith("#")}


def _pair_cells(pair) -> dict:
    mentor = pair.mentor.person
    return {
        "mentor": [mentor.full_name],
        "mentor_post": [mentor.place],
        "mentees": [person.full_name for person in pair.mentee_people],
        "mentee_posts": [person.place for person in pair.mentee_people],
        "form": [pair.form.title],
        "role_model": [pair.role_model.title],
        "term": [f"{short_day(pair.starts_on)} – {short_day(pair.ends_on)}"],
    }


def _replacement_cells(order, ending: list) -> list[dict]:
    """The pairs that end, as they go on under the new mentor."""
    mentor = new_mentor(order.details)
    if mentor is None:
        return []
    person = {"mentor": [mentor.person.full_name], "mentor_post": [mentor.person.place]}
    return [_pair_cells(pair) | person | {"term": [f"по {short_day(pair.ends_on)}"]} for pair in ending]


def _mentor_cells(record) -> dict:
    return {"person": [record.person.full_name], "post": [record.person.place], "competences": [record.competences]}


def _line_cells(lines: list[str], names: tuple) -> list[dict]:
    """«Петрова Мария Ильинична; учитель; куратор» as cells; a missing part is an empty cell."""
    rows = []
    for line in lines:
        values = [value.strip() for value in line.split(";", len(names) - 1)]
        values += [""] * (len(names) - len(values))
        cells = {}
        for name, value in zip(names, values, strict=True):
            cells.update({key: [value] for key in ([name] if isinstance(name, str) else name)})
        rows.append(cells)
    return rows
