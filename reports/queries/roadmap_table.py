"""The roadmap of a programme as rows of a table."""

from programmes.models import Measure

ROADMAP_COLUMNS = {"stage": "Этап", "measure": "Мероприятия", "result": "Результат", "term": "Сроки", "responsible": "Ответственные"}


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
