"""Papers other than orders, for pages."""

from django.utils.translation import gettext as _

from reports.queries.citations import citation_remarks
from reports.queries.document_texts import document_kinds, known_words
from reports.queries.placeholders import names_in


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


def remarks_on_lines(texts: dict) -> list[str]:
    """Wrong requisites of acts, placeholders that Tandem does not know."""
    lines = [texts["title"], *texts["lines"]]
    remarks = [_("“%(found)s”: write %(right)s.") % remark._asdict() for remark in citation_remarks(*lines)]
    unknown = sorted(set().union(*map(names_in, lines)) - known_words())
    return [*remarks, *[_("{%(name)s} is not a placeholder of Tandem and will print as it stands.") % {"name": name} for name in unknown]]
