"""The appendices of an order as rows of cells; a cell is a list of lines, a group has a line for each mentee."""

from mentoring.common.dates import short_day
from mentoring.common.wording.placeholders import filled
from reports.queries.blocks import blocks_of
from reports.queries.document_words import programme_words
from reports.queries.documents import finished_paper
from reports.queries.order_difference import terms_before_and_after
from reports.queries.order_words import new_mentor
from reports.queries.roadmap_table import roadmap_cells
from reports.queries.stamps import stamp_facts


def annex_facts(annex: dict, number: int, order, subjects: dict[str, list], texts: dict, words: dict) -> dict:
    """JSON values only. A text appendix has `blocks`, every other one `columns` and `rows`; texts and roadmaps carry the stamps."""
    title = filled(texts["annexes"].get(annex["code"], annex["title"]), words)
    facts = {"number": number, "title": title, "columns": [], "rows": [], "blocks": [], "stamps": []}
    if annex["content"] in ("text", "roadmap"):
        facts["stamps"] = stamp_facts(order.details.get("stamps", []))
    if annex["content"] == "text":
        paper = finished_paper(order.programme, annex["document"])
        return facts | {"blocks": paper.payload["blocks"] if paper else blocks_of(texts["lines"], programme_words(order.programme) | words)}
    makers = {
        "pairs": lambda: [_pair_cells(pair) for pair in subjects["pairs"]],
        "ending": lambda: [_pair_cells(pair) for pair in subjects["ending"]],
        "changed": lambda: [_changed_cells(pair) for pair in subjects["changed"]],
        "replacement": lambda: _replacement_cells(order, subjects["ending"]),
        "roadmap": lambda: roadmap_cells(order.programme),
        "mentors": lambda: [_mentor_cells(record) for record in chosen_mentors(order)],
        "members": lambda: line_cells(order.details.get("members", []), ("person", "post", ("part", "forms"))),
        "awards": lambda: line_cells(order.details.get("awards", []), ("person", "post", "award")),
        "timetable": lambda: line_cells(order.details.get("timetable", []), ("topic", "hours", "day", "who")),
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


def _changed_cells(pair) -> dict:
    before, after = terms_before_and_after(pair)
    mentees = ", ".join(person.full_name for person in pair.mentee_people)
    return _pair_cells(pair) | {"mentees": [mentees], "before": ["; ".join(before)], "after": ["; ".join(after)]}


def _replacement_cells(order, ending: list) -> list[dict]:
    """The pairs that end, as they go on under the new mentor."""
    mentor = new_mentor(order.details)
    if mentor is None:
        return []
    person = {"mentor": [mentor.person.full_name], "mentor_post": [mentor.person.place]}
    return [_pair_cells(pair) | person | {"term": [f"по {short_day(pair.ends_on)}"]} for pair in ending]


def _mentor_cells(record) -> dict:
    return {"person": [record.person.full_name], "post": [record.person.place], "competences": [record.competences]}


def line_cells(lines: list[str], names: tuple) -> list[dict]:
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
