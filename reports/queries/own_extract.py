"""What somebody named in a signed order reads of it: the frozen text, and of the appendices the own rows.

Deny by default: a table goes out whole only when its kind holds no people, any other only by the rows of the reader.
"""

from reports.queries.blocks import annex_blocks, paragraphs, table
from reports.queries.child_names import ChildNames
from reports.queries.frozen_people import own_entries
from reports.queries.order_texts import kind_words, order_kind

WITHOUT_PEOPLE = ("roadmap", "timetable")
NO_ROW = "О Вас в этом приложении строк нет. Сведения о других людях здесь не показаны."
LEFT_OUT = "(Здесь названы другие участники, поэтому текст не показан.)"


def own_extract(order, lines) -> dict:
    """The payload of the order as whoever answers for these `lines` of its sheet may read it, without the sheet itself."""
    payload = order.payload
    people = payload["acquaintance"]["people"]
    own = own_entries(lines, people)
    open_headings = [_headings(annex) for annex in order_kind(order.kind)["appendix"] if annex["content"] in WITHOUT_PEOPLE]
    parts = {annex["number"]: _own_parts(annex["rows"], own, people) for annex in payload["annexes"]}
    shown = {name for rows in parts.values() for row in rows for cell in row for text in cell for name in text.split(", ")}
    readers = [people[line.position - 1] for line in lines]
    names = ChildNames(order, shown | {entry["name"] for entry in [*readers, *own]})
    return {
        **payload,
        "title": kind_words(order.kind) if names.stand_in(payload["title"]) else payload["title"],
        "preamble": _told(payload["preamble"], names),
        "items": [_item(item, names) for item in payload["items"]],
        "annexes": [
            _annex(annex, parts[annex["number"]], names, is_open=annex["columns"] in open_headings) for annex in payload["annexes"]
        ],
        "acquaintance": None,
        "check": None,
    }


def _headings(annex: dict) -> list[str]:
    return [column["heading"] for column in annex["columns"]]


def _told(text: str, names: ChildNames) -> str:
    return LEFT_OUT if names.stand_in(text) else text


def _item(item: dict, names: ChildNames) -> dict:
    return {"text": _told(item["text"], names), "parts": [_told(part, names) for part in item["parts"]]}


def _annex(annex: dict, rows: list, names: ChildNames, *, is_open: bool) -> dict:
    annex = {**annex, "title": _told(annex["title"], names)}
    if is_open:
        return {**annex, "rows": [[[_told(line, names) for line in cell] for cell in row] for row in annex["rows"]]}
    blocks = _facts(annex["columns"], rows) if annex["columns"] else [_block(one, names) for one in annex_blocks(annex)]
    return {**annex, "columns": [], "rows": [], "blocks": blocks or paragraphs([NO_ROW])}


def _block(one: dict, names: ChildNames) -> dict:
    if one["table"] is None:
        return {**one, "text": _told(one["text"], names)}
    rows = [[[_told(line, names) for line in cell] for cell in row] for row in one["table"]["rows"]]
    return {**one, "table": {**one["table"], "rows": rows}}


def _facts(columns: list[str], rows: list) -> list[dict]:
    """Each row as a table of two columns, which a phone shows without scrolling."""
    return [one for row in rows for one in table([], [[[heading], [_in_one(cell)]] for heading, cell in zip(columns, row, strict=True)])]


def _in_one(cell: list[str]) -> str:
    return "; ".join(filter(None, cell))


def _own_parts(rows: list, own: list[dict], people: list[dict]) -> list:
    """The rows that name one of `own`; of a group a mentee has the own line, the mentor every one."""
    found: dict[int, set[tuple[int, int]]] = {}
    for entry in own:
        for place, cell, line in _places(rows, entry, people):
            found.setdefault(place, set()).add((cell, line))
    return [_part(rows[place], sorted(places), {entry["name"] for entry in own}) for place, places in sorted(found.items())]


def _places(rows: list, entry: dict, people: list[dict]) -> list[tuple[int, int, int]]:
    """Row, cell and line of the name. The post beside it tells namesakes apart; where it does not, nobody gets the row."""
    found = [
        (place, cell, line)
        for place, row in enumerate(rows)
        for cell, lines in enumerate(row)
        for line, text in enumerate(lines)
        if entry["name"] in text.split(", ")
    ]
    told = [(place, cell, line) for place, cell, line in found if _beside(rows[place], cell, line) == entry["post"]]
    namesakes = [other["post"] for other in people if other["name"] == entry["name"]]
    if entry not in people:
        return _only(told) or ([] if namesakes else _only(found))
    if len(namesakes) == 1:
        return told or found
    return told if namesakes.count(entry["post"]) == 1 else []


def _only(places: list) -> list:
    """Who has no line on the sheet may have namesakes without one: two rows are perhaps of two people."""
    return places if len(places) == 1 else []


def _beside(row: list, cell: int, line: int) -> str:
    beside = row[cell + 1] if cell + 1 < len(row) else []
    return beside[line] if line < len(beside) else ""


def _part(row: list, places: list[tuple[int, int]], own: set[str]) -> list:
    if any(len(row[cell]) == 1 and row[cell][0] in own for cell, _line in places):
        return row
    heights = {len(row[cell]): [line for found, line in places if found == cell] for cell, _line in places}
    return [_own_lines(cell, heights.get(len(cell)), own) for cell in row]


def _own_lines(cell: list[str], lines: list[int] | None, own: set[str]) -> list[str]:
    if len(cell) > 1:
        return [cell[line] for line in lines] if lines else [""]
    names = [name for name in cell[0].split(", ") if name in own]
    return [", ".join(names)] if names else cell
