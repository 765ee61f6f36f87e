"""Several runs of one trial side by side."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pairs.queries.weighing import weighting_title
from pairs.runs.figures import changed_pairs


@dataclass(frozen=True)
class Line:
    """One figure of all runs. `best` are the numbers of the runs that are best in it, none when all are equal."""

    title: str
    note: str
    values: list[str]
    best: set[int]

    @property
    def cells(self) -> list[tuple[str, bool]]:
        return [(value, number in self.best) for number, value in enumerate(self.values)]


def lines_of(runs: list) -> list[Line]:
    figures = [run.figures for run in runs]
    more, less = max, min
    wished = any(one["wishers"] for one in figures)
    lines = [
        _line(_("With a mentor"), _("of those who wait"), [one["matched"] for one in figures], more),
        _line(_("Mean score"), _("of a pair, up to 1000"), [one["mean"] for one in figures], more),
        _line(_("Weakest pair"), "", [one["worst"] for one in figures], more),
        _line(_("Weakest 5 in 100"), _("no pair outside them is below"), [one["low"] for one in figures], more),
        _line(_("Answers known"), _("in per cent: the scores rest on them"), [one["confidence"] for one in figures], more),
        _line(_("First wishes met"), "", [sum(one["wishes"][:1]) for one in figures] if wished else None, more),
        _line(_("Mentors without a mentee"), "", [one["loads"][0] for one in figures], less),
        _line(_("Most mentees of one mentor"), "", [len(one["loads"]) - 1 for one in figures], less),
        _line(_("Regret"), _("pairs that would both rather have each other"), [one["regret"] for one in figures], less),
    ]
    return [line for line in lines if line is not None]


def _line(title, note, values, better) -> Line | None:
    if values is None:
        return None
    known = [value for value in values if value is not None]
    best = {number for number, value in enumerate(values) if known and value == better(known)} if len(set(known)) > 1 else set()
    return Line(title, note, ["—" if value is None else str(value) for value in values], best)


def headings_of(runs: list) -> list[dict]:
    """Each run with its words and how many mentees have another mentor than in the first."""
    plans = [{mentee: mentor for mentee, mentor, _points in run.plan["pairs"]} for run in runs]
    return [
        {"run": run, "title": weighting_title(run.weighting), "changed": changed_pairs(plans[0], plan) if number else None}
        for number, (run, plan) in enumerate(zip(runs, plans, strict=True))
    ]
