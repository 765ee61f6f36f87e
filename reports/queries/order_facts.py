"""What an order says, gathered from the live rows. Signing freezes these facts; printing reads nothing else (docs/adr/0004)."""

import datetime
import string

from django.utils import translation

from mentoring.common import reference

TEXTS = "reports/texts/orders.toml"


def order_texts(kind: str) -> tuple[dict, dict]:
    """The whole file of texts and the entry of this kind."""
    texts = reference.load(TEXTS)
    return texts, next(entry for entry in texts["order"] if entry["code"] == kind)


def order_title(kind: str, programme) -> str:
    _texts, template = order_texts(kind)
    return template["title"].format(year=programme.year)


def order_facts(order) -> dict:
    """JSON values only. Number and date are empty: the order gets them when it is signed."""
    texts, template = order_texts(order.kind)
    school = order.school
    pairs = sorted(order.pairs.with_names(), key=lambda pair: (pair.mentor.person.full_name, pair.pk))
    curator = _curator(order)
    words = _words(order, pairs, curator)
    return {
        "texts": texts["version"],
        "founder": school.founder,
        "school": school.full_name,
        "place": school.place,
        "number": "",
        "date": "",
        "title": order.title,
        "preamble": _preamble(template["preamble"], words),
        "command": texts["command"],
        "items": [*[_item(item, words) for item in template["item"]], {"text": texts["control"], "parts": []}],
        "director_post": school.director_post,
        "director": school.director_signature,
        "annexes": [_annex(annex, pairs) for annex in template["appendix"]],
        "acquaintance": _acquaintance(texts["acknowledgement"], curator, pairs),
    }


def _words(order, pairs: list, curator: dict) -> dict:
    """A value for every placeholder; what the school has not told is empty."""
    programme = order.programme
    groups = sum(pair.is_group for pair in pairs)
    return {
        "school": order.school.full_name,
        "school_short": order.school.short_name,
        "place": order.school.place,
        "director_post": order.school.director_post,
        "programme": programme.title.replace("«", "„").replace("»", "“"),
        "year": str(programme.year),
        "start": _day(min((pair.starts_on for pair in pairs), default=programme.starts_on)),
        "end": _day(max((pair.ends_on for pair in pairs), default=programme.ends_on)),
        "report_due": _day(programme.ends_on),
        "curator": curator["name"],
        "curator_post": curator["post"],
        "coordinator": "",
        "coordinator_post": "",
        "protocol": "",
        "basis_order": "",
        "pairs_count": len(pairs) - groups,
        "groups_count": groups,
        "mentors_count": len({pair.mentor_id for pair in pairs}),
        "mentees_count": sum(len(pair.mentee_people) for pair in pairs),
    }


def _curator(order) -> dict:
    """The author answers for the pairs; the post comes from the person's card, else from the role."""
    user = order.author.user
    person = user.people.first()
    if person is not None and person.post:
        post = person.post if person.post[1:2].isupper() else person.post[0].lower() + person.post[1:]
    else:
        with translation.override("ru"):
            post = f"{order.author.get_role_display().lower()} программы наставничества"
    return {"name": user.get_full_name(), "post": post}


def _preamble(lines: list[str], words: dict) -> str:
    """Lines joined by commas; a line whose placeholder has no value is left out."""
    return ", ".join(line.format(**words) for line in lines if all(words[name] != "" for name in _names(line)))


def _names(line: str) -> list[str]:
    return [name for _text, name, _spec, _conversion in string.Formatter().parse(line) if name]


def _item(item: dict, words: dict) -> dict:
    return {"text": item["text"].format(**words), "parts": [part.format(**words) for part in item.get("subitems", ())]}


def _annex(annex: dict, pairs: list) -> dict:
    """`rows` hold cells, a cell is a list of lines: a group has a line for each mentee."""
    columns = annex["columns"]
    rows = [[_cell(column["code"], number, pair) for column in columns] for number, pair in enumerate(pairs, 1)]
    return {"number": annex["number"], "title": annex["title"], "columns": [column["heading"] for column in columns], "rows": rows}


def _cell(code: str, number: int, pair) -> list[str]:
    mentor = pair.mentor.person
    cells = {
        "number": [str(number)],
        "mentor": [mentor.full_name],
        "mentor_post": [mentor.place],
        "mentees": [person.full_name for person in pair.mentee_people],
        "mentee_posts": [person.place for person in pair.mentee_people],
        "form": [pair.form.title],
        "role_model": [pair.role_model.title],
        "term": [f"{_day(pair.starts_on)} – {_day(pair.ends_on)}"],
    }
    return cells[code]


def _acquaintance(texts: dict, curator: dict, pairs: list) -> dict:
    """The curator, the mentors and the mentees, each once: every one of them signs."""
    people = {}
    for person in [*(pair.mentor.person for pair in pairs), *(person for pair in pairs for person in pair.mentee_people)]:
        people.setdefault(person.pk, {"name": person.full_name, "post": person.place})
    others = [person for person in people.values() if person["name"] != curator["name"]]
    return {
        "title": texts["title"],
        "intro": texts["intro"],
        "columns": [column["heading"] for column in texts["columns"]],
        "people": [curator, *others],
    }


def _day(day: datetime.date) -> str:
    return f"{day:%d.%m.%Y}"
