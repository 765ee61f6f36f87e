"""The monitoring report on paper: facts → words, tables and charts → PDF. Russian, as all papers."""

import datetime

from django.utils import translation
from django.utils.formats import date_format

from mentoring.common.charts import BarChart, Series
from mentoring.common.papers import Paper, render_paper
from monitoring.documents import monitoring_facts
from monitoring.enums import Direction
from pairs.enums import Side
from reports.documents.monitoring_words import summary

TEMPLATE = "reports/papers/monitoring_report.html"
CHART_ROWS = 6  # groups of bars that fit the rest of most sheets

SIDES = {Side.MENTEE: "наставляемые", Side.MENTOR: "наставники"}


def monitoring_report(programme, on: datetime.date) -> Paper:
    return render_paper(TEMPLATE, report_context(monitoring_facts(programme, on), programme.school))


def report_context(facts: dict, school) -> dict:
    """What the template shows; the school gives the letterhead and the signature."""
    with translation.override("ru"):
        return {
            "founder": school.founder,
            "school": school.full_name,
            "place": school.place,
            "post": school.director_post,
            "name": school.director_signature,
            "on": day_text(facts["on"]),
            "programme": facts["programme"],
            "starts_on": day_text(facts["programme"]["starts_on"]),
            "ends_on": day_text(facts["programme"]["ends_on"]),
            "summary": summary(facts),
            "pairs": facts["pairs"],
            "pair_rows": _pair_rows(facts["pairs"]),
            "meetings": facts["meetings"],
            "responses": facts["responses"],
            "indicators": facts["indicators"],
            "dynamics": [change for change in facts["dynamics"] if not change["too_few"]],
            "dynamics_too_few": sum(change["too_few"] for change in facts["dynamics"]),
            "charts": _charts(facts["dynamics"]),
            "gaps": [gap for gap in facts["gaps"] if not gap["too_few"]],
            "gaps_too_few": sum(gap["too_few"] for gap in facts["gaps"]),
            "satisfaction": facts["satisfaction"],
            "definitions": facts["definitions"],
        }


def day_text(iso: str) -> str:
    return date_format(datetime.date.fromisoformat(iso), "j E Y г.")


def _pair_rows(pairs: dict) -> list[dict]:
    """A row a form, its numbers in the order of the states."""
    codes = [state["code"] for state in pairs["states"]]
    return [{"form": row["form"], "counts": [row["counts"][code] for code in codes], "total": row["total"]} for row in pairs["by_form"]]


def _charts(dynamics: list[dict]) -> list[BarChart]:
    """Entry and exit, a chart a side, in pieces that fit a sheet; what was not measured twice is not drawn."""
    charts: list[BarChart] = []
    for side, people in SIDES.items():
        rows = [row for row in dynamics if row["side"] == side and None not in (row["entry_mean"], row["exit_mean"])]
        pieces = [rows[start : start + CHART_ROWS] for start in range(0, len(rows), CHART_ROWS)]
        charts += [_chart(f"Вход и выход: {people}, среднее по шкале до 10", piece) for piece in pieces]
    return charts


def _chart(title: str, rows: list[dict]) -> BarChart:
    names = [f"{row['title']} (меньше – лучше)" if row["direction"] == Direction.LOWER else row["title"] for row in rows]
    bars = [Series("Вход", [row["entry_mean"] for row in rows]), Series("Выход", [row["exit_mean"] for row in rows])]
    return BarChart(title, names, bars, maximum=10)
