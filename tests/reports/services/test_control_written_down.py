"""Wordings that were kept before the control was an item have it after the upgrade."""

from importlib import import_module
from types import SimpleNamespace

from django.db import connection

from programmes.models import Wording
from reports.models import Order
from reports.queries.order_texts import template_texts
from tests.factories.reports import OrderFactory, signed_order

THEN = SimpleNamespace(get_model=lambda _room, name: {"OrderText": Wording, "Order": Order}[name])  # its table was that of orders
CONTROL = "Контроль исполнения {control}."


def last_item(texts: dict) -> str:
    return texts["items"][-1]["text"]


def test_kept_wordings_and_open_drafts_get_the_item_and_papers_that_are_no_orders_do_not(curator, director, school):
    before = {**template_texts("pairing")}
    before["items"] = before["items"][:-1]
    Wording.objects.create(school=school, kind="pairing", texts=before, changed_by=curator)
    paper = Wording.objects.create(school=school, kind="document:statute", texts={"title": "Положение", "lines": []}, changed_by=curator)
    draft = OrderFactory(programme__school=school, texts=before)
    untouched = OrderFactory(programme__school=school)
    signed = signed_order(by=director, texts=before)

    import_module("reports.migrations.0007_control_is_an_item").write_control_down(THEN, SimpleNamespace(connection=connection))

    assert last_item(Wording.objects.get(kind="pairing").texts) == CONTROL
    assert last_item(Order.objects.get(pk=draft.pk).texts) == CONTROL
    assert Order.objects.get(pk=untouched.pk).texts is None
    assert Order.objects.get(pk=signed.pk).texts == before
    paper.refresh_from_db()
    assert paper.texts == {"title": "Положение", "lines": []}
