"""What a page says about a checked upload: rows by verdict, wrong cells to correct, the same fault in many rows told once."""

from collections import Counter
from dataclasses import dataclass, field

from participants.enums import ImportState, RowVerdict
from participants.models import ImportBatch, Person
from participants.queries.base_columns import base_sheet, passed_over

TONES = (
    (RowVerdict.ERROR, "bad", "exclamation-triangle"),
    (RowVerdict.CREATE, "good", "plus-circle"),
    (RowVerdict.CHANGE, "info", "pencil"),
    (RowVerdict.SKIP, "neutral", "skip-forward"),
)
UNFINISHED_SHOWN = 10
ROWS_SHOWN = 100  # of one verdict; a form may not hold more than 1,000 fields either


def unfinished_batches(actor):
    """Uploads that are neither written nor removed, the newest first, without their rows."""
    ended = (ImportState.WRITTEN, ImportState.DISCARDED)
    rows = ImportBatch.objects.visible_to(actor).exclude(state__in=ended).defer("source", "rows", "problems", "columns", "decisions")
    return rows.select_related("created_by__user").order_by("-pk")[:UNFINISHED_SHOWN]


@dataclass
class BadCell:
    """One input of the page: a cell with everything that is wrong with it."""

    row: int
    key: str
    letter: str
    heading: str
    found: str
    offer: str
    expected: list[str] = field(default_factory=list)
    questions: list[dict] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"cell-{self.row}-{self.key}"

    @property
    def place(self) -> str:
        return f"{self.row}:{self.key}"


class ImportPreview:
    def __init__(self, batch: ImportBatch):
        self.batch = batch
        self.headings = {column.code: column.heading for column in base_sheet(batch.base).columns}

    @property
    def is_open(self) -> bool:
        return self.batch.state == ImportState.CHECKED

    def groups(self) -> list[dict]:
        by_verdict = {verdict: [] for verdict, _tone, _icon in TONES}
        for row in self.batch.rows:
            by_verdict[row["verdict"]].append({"name": "", "place": "", "person": None, "changes": []} | row)
        return [
            {
                "verdict": verdict.value,
                "label": verdict.label,
                "tone": tone,
                "icon": icon,
                "count": len(by_verdict[verdict]),
                "rows": by_verdict[verdict][:ROWS_SHOWN],
                "more": max(0, len(by_verdict[verdict]) - ROWS_SHOWN),
            }
            for verdict, tone, icon in TONES
        ]

    def bad_rows(self) -> list[dict]:
        """The first rows with errors: number, name, cells."""
        names = {row["row"]: row.get("name", "") for row in self.batch.rows}
        rows: dict[int, dict[str, BadCell]] = {}
        for problem in self.batch.problems:
            number, key = problem["row"], problem.get("key", "")
            if number not in rows and len(rows) == ROWS_SHOWN:
                break
            cells = rows.setdefault(number, {})
            if key not in cells:
                heading = self.headings.get(key, "")
                cells[key] = BadCell(number, key, problem["letter"], heading, problem["found"], "")
            cells[key].expected.append(problem["expected"])
            cells[key].offer = cells[key].offer or problem.get("offer", "")
        self._ask_about_twins(rows)
        return [{"row": number, "name": names.get(number, ""), "cells": list(cells.values())} for number, cells in rows.items()]

    def _ask_about_twins(self, rows: dict[int, dict[str, BadCell]]) -> None:
        """Put suspected twins beside the names: {key, name, suspects: [{person, signs}]}."""
        asked = [row for row in self.batch.rows if row.get("suspects") and row["row"] in rows]
        people = Person.objects.in_bulk([suspect["pk"] for row in asked for suspect in row["suspects"]]) if asked else {}
        for row in asked:
            suspects = [
                {"person": people[suspect["pk"]], "signs": suspect["signs"]} for suspect in row["suspects"] if suspect["pk"] in people
            ]
            if "name" in rows[row["row"]]:
                rows[row["row"]]["name"].questions.append({"key": row["key"], "name": row["name"], "suspects": suspects})

    def repeated_faults(self) -> list[dict]:
        """Faults that stand in several rows, the most frequent first."""
        faults = Counter((problem.get("key", ""), problem["code"]) for problem in self.batch.problems)
        words = {(problem.get("key", ""), problem["code"]): problem["expected"] for problem in self.batch.problems}
        return [
            {"heading": self.headings.get(key, ""), "expected": words[key, code], "count": count}
            for (key, code), count in faults.most_common()
            if count > 1
        ]

    def unread(self) -> list[str]:
        """Columns that an import could read and this table does not have."""
        imported = [column.heading for column in base_sheet(self.batch.base).imported]
        return [heading for heading in imported if heading not in self.batch.columns]

    def passed_over(self) -> list[str]:
        """Headings of the table that nothing is taken from; columns that the programme fills in itself are among them."""
        taken = {column.code for column in base_sheet(self.batch.base).imported}
        headings = zip(self.batch.source.get("headings", ()), self.batch.mapping, strict=False)
        return [heading for heading, code in headings if heading and code not in taken and heading.lower() not in passed_over()]

    def offers(self) -> int:
        return len({(problem["row"], problem["key"]) for problem in self.batch.problems if problem.get("offer")})
