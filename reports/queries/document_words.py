"""Values for the placeholders of a programme's papers: texts, lists and tables."""

from mentoring.common.dates import short_day
from mentoring.common.declension import represented_by
from mentoring.common.names import full_name
from mentoring.common.quotes import inner_quotes
from monitoring.reference import indicator_table
from reports.queries.blocks import paragraphs, points, table, to_write
from reports.queries.document_programme import preset_words
from reports.queries.folder_orders import carried_orders
from reports.queries.name_cases import lower_first
from reports.queries.order_choices import leading_people
from reports.queries.order_words import protocol
from reports.queries.orders import last_bases
from reports.queries.roadmap_table import ROADMAP_COLUMNS, roadmap_cells
from reports.queries.school_words import school_words

BLANK_PROTOCOL = "протокол от ____________ № ____"
BLANK_ORDER = "от ____________ № ______"
NO_ROADMAP = "Мероприятия этапов, сроки и ответственных определяет дорожная карта."
BLANK_DAY = "«___» ____________ 20___ г."


def programme_words(programme) -> dict:
    """Texts are strings, lists and tables lists of blocks."""
    school = programme.school
    director = full_name(school.director_surname, school.director_name, school.director_patronymic)
    return {
        "school": school.full_name,
        **school_words(school),
        "place": school.place,
        "director_post": school.director_post,
        "director": school.director_signature,
        "school_by": represented_by(school.director_post, director),
        "programme": inner_quotes(programme.title),
        "year": str(programme.year),
        "start": short_day(programme.starts_on),
        "end": short_day(programme.ends_on),
        "blank_day": BLANK_DAY,
        "protocol_or_blank": protocol(last_bases(programme)) or BLANK_PROTOCOL,
        "statute_order_or_blank": _statute_order(programme) or BLANK_ORDER,
        "forms": points(f"«{form.title}»" for form in programme.forms.all()),
        "aims": _list(programme.aims),
        "tasks": _list(programme.tasks),
        "expected_results": _list(programme.expected_results),
        "responsible": points(leading_people(programme.school_id)) or to_write(),
        "stages": points(lower_first(stage.title) for stage in programme.stages.all()),
        "table_roadmap": _roadmap(programme),
        "table_indicators": _indicators(),
        **preset_words(programme),
        "levels": points(f"{band.lowest}–{band.highest} баллов – {band.title} уровень" for band in indicator_table().bands),
    }


def _statute_order(programme) -> str:
    """Of this programme, else of an earlier one: a statute lasts."""
    own = programme.orders.in_force().filter(kind="statute").order_by("-signed_on").first()
    order = own or next((order for order in carried_orders(programme) if order.kind == "statute"), None)
    return f"от {short_day(order.signed_on)} № {order.number}" if order else ""


def _list(text: str) -> list[dict]:
    return points(map(lower_first, text.splitlines())) or to_write()


def _roadmap(programme) -> list[dict]:
    rows = [[row[code] for code in ROADMAP_COLUMNS] for row in roadmap_cells(programme)]
    return table(list(ROADMAP_COLUMNS.values()), rows, wide=True) or paragraphs([NO_ROADMAP])


def _indicators() -> list[dict]:
    """The nine indicators under their criteria, marks to be written in."""
    found = indicator_table()
    rows = [
        [[criterion], [indicator.title for indicator in indicators], *[[""] * len(indicators) for _mark in found.marks]]
        for criterion, indicators in found.criteria()
    ]
    return table(["Критерии", "Показатели", *[f"{mark.title}, {_marks(mark.value)}" for mark in found.marks]], rows, look="marks")


def _marks(value: int) -> str:
    return {1: "1 балл", 2: "2 балла"}.get(value, f"{value} баллов")
