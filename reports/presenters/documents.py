"""Papers other than orders, for pages."""

from django.utils.translation import gettext as _

from programmes.wording_help import placeholder_rows, remarks_on_lines
from reports.queries.document_texts import document_kinds, document_placeholders


def pair_rows(pairs, programme) -> list[dict]:
    """A row a pair, a cell a kind: what is printed at once, what is kept, what is missing."""
    kinds = document_kinds("pair")
    rows = list(pairs)
    papers = {}
    for paper in programme.documents.kept().filter(pair__in=[pair.pk for pair in rows]).order_by("pk"):
        papers[paper.pair_id, paper.kind] = paper
    return [{"pair": pair, "cells": [_cell(pair, kind, papers) for kind in kinds]} for pair in rows]


def _cell(pair, kind: dict, papers: dict) -> dict:
    needed = {"individual_plan": pair.plan_count, "mentor_report": pair.has_report}.get(kind["code"], True)
    return {"kind": kind, "paper": papers.get((pair.pk, kind["code"])), "is_there": bool(needed)}


def wording_help(texts: dict, kind: dict, typed: dict | None = None) -> dict:
    """`remarks` and `placeholders` of the page that edits a paper."""
    lines, known = [texts["title"], *texts["lines"]], document_placeholders(kind)
    rows = placeholder_rows(lines, known)
    return {
        "remarks": remarks_on_lines((lines, known), typed=typed),
        "placeholders": [{"title": _("What may stand in braces"), "rows": rows}],
    }
