"""The monitoring report on paper: facts → words, tables and charts → PDF. Russian, as all papers."""

import datetime

from django.utils import translation
from django.utils.formats import date_format

from mentoring.common.charts import BarChart, Series
from mentoring.common.papers import Paper, render_paper
from monitoring.documents import monitoring_facts
from reports.documents.monitoring_words import summary

TEMPLATE = "reports/papers/monitoring_report.html"
CHART_ROWS = 9  # groups of bars that fit a sheet together with a heading


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
            "dynamics": facts["dynamics"],
            "dynamics_charts": _charts(facts["dynamics"], "Вход и выход", ("entry_mean", "Вход"), ("exit_mean", "Выход")),
            "gaps": facts["gaps"],
            "gap_charts": _charts(facts["gaps"], "Ожидания и реальность", ("expected_mean", "Ожидали"), ("actual_mean", "Получили")),
            "satisfaction": facts["satisfaction"],
            "definitions": facts["definitions"],
        }


def day_text(iso: str) -> str:
    return date_format(datetime.date.fromisoformat(iso), "j E Y г.")


def _pair_rows(pairs: dict) -> list[dict]:
    """A row a form, its numbers in the order of the states."""
    codes = [state["code"] for state in pairs["states"]]
    return [{"form": row["form"], "counts": [row["counts"][code] for code in codes], "total": row["total"]} for row in pairs["by_form"]]


def _charts(rows: list[dict], title: str, *series: tuple[str, str]) -> list[BarChart]:
    """A chart a side, in pieces that fit a sheet; what was not measured is not drawn."""
    charts: list[BarChart] = []
    for side in dict.fromkeys(row["side_title"] for row in rows):
        shown = [row for row in rows if row["side_title"] == side and all(row[key] is not None for key, _name in series)]
        pieces = [shown[start : start + CHART_ROWS] for start in range(0, len(shown), CHART_ROWS)]
        charts += [_chart(f"{title}: {side.lower()}, среднее из 10", piece, series) for piece in pieces]
    return charts


def _chart(title: str, rows: list[dict], series) -> BarChart:
    bars = [Series(name, [row[key] for row in rows]) for key, name in series]
    return BarChart(title, [row["title"] for row in rows], bars, maximum=10)
