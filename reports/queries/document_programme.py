"""What the forms and the preset of a programme bring to its paper: acts, who takes part, forms, kinds, risks."""

from mentoring.common import reference
from programmes.models import Kind
from programmes.queries.citations import ACTS
from programmes.queries.presets import form_templates, people_templates, preset_of
from reports.queries.blocks import block, paragraphs, points, table, to_write
from reports.queries.name_cases import lower_first


def preset_words(programme) -> dict:
    preset, forms = preset_of(programme), list(programme.forms.prefetch_related("role_models"))
    return {
        "acts": points(_acts(preset)),
        "mentees_described": points(_people("mentee", forms)),
        "mentors_described": points(_people("mentor", forms)),
        "forms_described": _forms_described(forms),
        "kinds": points(map(_kind, _kinds(programme, preset))) or to_write(),
        "all_kinds": points(map(_kind, Kind.objects.active())) or to_write(),
        "risks": paragraphs(f"{risk['text']}. Меры: {'; '.join(risk['answers'])}." for risk in preset["risk"]),
    }


def _acts(preset: dict) -> list[str]:
    acts = {act["code"]: act for act in reference.load(ACTS)["act"]}
    found = [acts[code] for code in preset["acts"]]
    return [f"{act['nominative']} «{act['title']}»" if act["title_verified"] else act["nominative"] for act in found]


def _people(side: str, forms: list) -> list[str]:
    """Categories of everybody whom the forms name on this side, each once."""
    named = {kind for form in forms for kind in getattr(form, f"{side}_kinds")}
    return [words for kind in people_templates() if kind["code"] in named for words in kind.get(side, ())]


def _kinds(programme, preset: dict):
    """Kinds that the pairs work in; before the first pair, those that the preset means."""
    used = Kind.objects.filter(pk__in=programme.pairs.values("kind")).order_by("position")
    return used or Kind.objects.active().filter(code__in=preset["kinds"])


def _kind(kind: Kind) -> str:
    return f"{lower_first(kind.title)}: {lower_first(kind.fact)}" if kind.fact else lower_first(kind.title)


def _forms_described(forms: list) -> list[dict]:
    """Each form with its aim, tasks, results, portraits, role models and the way it is carried out."""
    templates = {form["code"]: form for form in form_templates()}
    found = []
    for form in forms:
        brought = templates.get(form.code, {})
        found.append(block("subheading", f"Форма «{form.title}»"))
        found += paragraphs([f"Цель: {lower_first(form.purpose).rstrip('.')}."] if form.purpose else [])
        found += _list("Задачи:", brought.get("tasks", []))
        found += _list("Ожидаемые результаты:", brought.get("expected_results", []))
        found += paragraphs([f"Встречи проходят {brought['frequency']}."] if "frequency" in brought else [])
        portraits = [["; ".join(text.splitlines())] for text in (form.mentor_portrait, form.mentee_portrait)]
        found += _table("Характеристика участников:", ["Наставник", "Наставляемый"], [portraits] if any(map(any, portraits)) else [])
        models = [[[f"«{model.title}»"], [model.purpose]] for model in form.role_models.all()]
        found += _table("Формы взаимодействия (ролевые модели):", ["Ролевая модель", "Цель"], models)
        steps = [[[step["stage"]], [step["measures"]]] for step in brought.get("steps", ())]
        found += _table("Механизм реализации:", ["Этап реализации", "Мероприятия"], steps)
    return found


def _list(lead: str, texts: list[str]) -> list[dict]:
    return [*paragraphs([lead]), *points(texts)] if texts else []


def _table(lead: str, columns: list[str], rows: list) -> list[dict]:
    return [*paragraphs([lead]), *table(columns, rows)] if rows else []
