"""The roadmap of a programme as rows of a table."""

from django.utils import translation

from programmes.models import Measure
from reports.queries.name_cases import lower_first

ROADMAP_COLUMNS = {"stage": "Этап", "measure": "Мероприятия", "result": "Результат", "term": "Сроки", "responsible": "Ответственные"}


def roadmap_cells(programme) -> list[dict]:
    """A stage is one row: its name spans the lines of its measures."""
    with translation.override("ru"):
        return _rows(programme)


def _rows(programme) -> list[dict]:
    measures = Measure.objects.filter(stage__programme=programme).select_related("stage").order_by("stage__number", "position")
    stages = {}
    for measure in measures:
        row = stages.setdefault(
            measure.stage_id, {"stage": [str(measure.stage)], "measure": [], "result": [], "term": [], "responsible": []}
        )
        row["measure"].append(measure.text)
        row["result"].append(outcome(measure))
        row["term"].append(measure.term)
        row["responsible"].append(measure.responsible)
    return list(stages.values())


def outcome(measure) -> str:
    """Result and document in the one column that roadmaps have for them; what stands in both, once."""
    result, document = measure.result.rstrip("."), measure.document
    if document.casefold() in result.casefold():
        return result
    return document if result.casefold() in document.casefold() else f"{result}; {lower_first(document)}"
