"""The paper of an order: facts → template → sheet, preview and PDF."""

import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.safestring import SafeString

from mentoring.common.file_names import safe_name
from mentoring.common.papers import Paper, render_paper, render_preview
from mentoring.common.papers.qr import qr_svg
from reports.documents.tables import laid_out, table_context
from reports.models import Order
from reports.queries.blocks import annex_blocks
from reports.queries.name_cases import SchoolForms
from reports.queries.order_facts import order_facts

TEMPLATE, SHEET = "reports/papers/order.html", "reports/papers/order_sheet.html"


def order_paper(order: Order) -> Paper:
    """The signed order, from its frozen facts alone: printed again after a change of surname it says the same."""
    return render_paper(TEMPLATE, _context(order.payload))


def shown_facts(order: Order, forms: SchoolForms | None = None) -> dict:
    """The frozen ones; before the signature those of today, their names declined by `forms`."""
    return order.payload or order_facts(order, forms)


def order_preview(order: Order, facts: dict | None = None) -> SafeString:
    """The sheet as it will print; `facts` where the caller has them already."""
    return render_preview(TEMPLATE, _context(facts or shown_facts(order)))


def sheet_paper(order: Order, lines) -> Paper:
    """The acknowledgement sheet alone, for the people of these lines; names as the order has them, whole."""
    sheet = order.payload["acquaintance"]
    people = [sheet["people"][line.position - 1] for line in lines]
    return render_paper(SHEET, _context({**order.payload, "annexes": [], "acquaintance": {**sheet, "people": people}}))


def sheet_file_name(order: Order) -> str:
    return safe_name(f"Лист ознакомления с приказом {order.number} от {order.signed_on:%d.%m.%Y}", ".pdf")


def order_file_name(order: Order) -> str:
    return safe_name(f"Приказ {order.number} от {order.signed_on:%d.%m.%Y}", ".pdf")


def _context(facts: dict) -> dict:
    annexes = [_annex(annex) for annex in facts["annexes"]]
    return {**facts, "annexes": annexes, "date": date_text(facts["date"]), "check": _check(facts.get("check"))}


def _annex(annex: dict) -> dict:
    """A payload of the first year has no stamps."""
    found = {"number": annex["number"], "title": annex["title"], "stamps": annex.get("stamps", []), "blocks": laid_out(annex_blocks(annex))}
    return found | {"table": table_context({"columns": annex["columns"], "rows": annex["rows"]})}


def _check(check: dict | None) -> dict | None:
    """The QR code of the check page, when the signature knew the address of the site."""
    if not check or not check["site"]:
        return None
    address = f"{check['site']}{reverse('reports:verify', args=[check['code']])}"
    return {"address": address, "svg": qr_svg(address, border=2)}


def date_text(iso: str) -> str:
    """«1 сентября 2026 г.», empty until the order is signed."""
    if not iso:
        return ""
    with translation.override("ru"):
        return date_format(datetime.date.fromisoformat(iso), "j E Y г.")
