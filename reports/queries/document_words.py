"""Values for the placeholders of a programme's papers: texts, lists and tables."""

from mentoring.common import reference
from mentoring.common.dates import short_day
from monitoring.reference import indicator_table
from programmes.models import Kind
from programmes.queries.presets import find_preset, form_templates
from reports.enums import OrderState
from reports.queries.blocks import block, paragraphs, points, table
from reports.queries.citations import ACTS
from reports.queries.name_cases import lower_first
from reports.queries.order_choices import leading_people
from reports.queries.order_words import protocol
from reports.queries.orders import last_bases
from reports.queries.roadmap_table import ROADMAP_COLUMNS, roadmap_cells

BLANK_PROTOCOL = "протокол от ____________ № ____"
BLANK_ORDER = "от ____________ № ______"
BLANK_DAY = "«___» ____________ 20___ г."


def programme_words(programme) -> dict:
    """Texts are strings, lists and tables lists of blocks."""
    school = programme.school
    return {
        "school": school.full_name,
        "school_short": school.short_name,
        "place": school.place,
        "director_post": school.director_post,
        "director": school.director_signature,
        "programme": programme.title.replace("«", "„").replace("»", "“"),
        "year": str(programme.year),
        "start": short_day(programme.starts_on),
        "end": short_day(programme.ends_on),
        "blank_day": BLANK_DAY,
        "protocol_or_blank": protocol(last_bases(programme)) or BLANK_PROTOCOL,
        "statute_order_or_blank": _statute_order(programme) or BLANK_ORDER,
        "forms": points(f"«{form.title}»" for form in programme.forms.all()),
        "aims": points(map(lower_first, programme.aims.splitlines())),
        "tasks": points(map(lower_first, programme.tasks.splitlines())),
        "expected_results": points(map(lower_first, programme.expected_results.splitlines())),
        "acts": points(_acts(programme)),
        "kinds": points(_kinds(programme)),
        "responsible": points(leading_people(programme.school_id)),
        "stages": points(lower_first(stage.title) for stage in programme.stages.all()),
        "forms_described": _forms_described(programme),
        "table_roadmap": _roadmap(programme),
        "table_indicators": _indicators(),
        "levels": points(f"{band.lowest}–{band.highest} баллов – {band.title} уровень" for band in indicator_table().bands),
    }


def _statute_order(programme) -> str:
    rows = programme.orders.filter(kind="statute", state__in=[OrderState.SIGNED, OrderState.REGISTERED])
    order = rows.order_by("-signed_on").first()
    return f"от {short_day(order.signed_on)} № {order.number}" if order else ""


def _acts(programme) -> list[str]:
    codes = (find_preset(programme.preset) or {}).get("acts", [])
    acts = {act["code"]: act for act in reference.load(ACTS)["act"]}
    found = [acts[code] for code in codes if code in acts]
    return [f"{act['nominative']} «{act['title']}»" if act["title_verified"] else act["nominative"] for act in found]


def _kinds(programme) -> list[str]:
    """Kinds that the programme's pairs work in; before the first pair, none is promised."""
    kinds = Kind.objects.filter(pk__in=programme.pairs.values("kind")).order_by("position")
    return [f"{lower_first(kind.title)}: {lower_first(kind.fact)}" if kind.fact else lower_first(kind.title) for kind in kinds]


def _forms_described(programme) -> list[dict]:
    """Each form with its aim, tasks, results, portraits and role models."""
    templates = {form["code"]: form for form in form_templates()}
    found = []
    for form in programme.forms.prefetch_related("role_models"):
        brought = templates.get(form.code, {})
        found.append(block("subheading", f"Форма «{form.title}»"))
        found += paragraphs([f"Цель: {lower_first(form.purpose).rstrip('.')}."] if form.purpose else [])
        found += _list("Задачи:", brought.get("tasks", []))
        found += _list("Ожидаемые результаты:", brought.get("expected_results", []))
        portraits = [[form.mentor_portrait.splitlines() or [""], form.mentee_portrait.splitlines() or [""]]]
        if form.mentor_portrait or form.mentee_portrait:
            found += table(["Портрет наставника", "Портрет наставляемого"], [[["; ".join(cell)] for cell in row] for row in portraits])
        rows = [[[f"«{model.title}»"], [model.purpose]] for model in form.role_models.all()]
        found += table(["Ролевая модель", "Цель взаимодействия"], rows)
    return found


def _list(lead: str, texts: list[str]) -> list[dict]:
    return [*paragraphs([lead]), *points(texts)] if texts else []


def _roadmap(programme) -> list[dict]:
    rows = [[row[code] for code in ROADMAP_COLUMNS] for row in roadmap_cells(programme)]
    return table(list(ROADMAP_COLUMNS.values()), rows, wide=True)


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
