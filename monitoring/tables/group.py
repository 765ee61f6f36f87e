from dataclasses import dataclass

from mentoring.common.charts import BarChart


@dataclass(frozen=True)
class Group:
    """One questionnaire: its rows, its chart (None when nothing can be drawn) and who is missing."""

    title: str
    side: str
    rows: list
    chart: BarChart | None = None
    people: int = 0
    missing_exit: int = 0
    left: int = 0
    too_few: bool = False
