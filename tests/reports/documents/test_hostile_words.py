"""T-18, T-19: markup and addresses in every field that people fill in, through every paper of this room."""

import io
import itertools
from collections.abc import Iterator

import pytest
from django.db import models
from django.forms import CharField, DateField
from django.utils.html import escape
from pypdf import PdfReader
from weasyprint import HTML  # noqa: TID253 - the control

from accounts.enums import Role
from mentoring.common.wording.lines import LinesField
from reports.documents.document import document_paper, printed_paper
from reports.documents.order import order_paper, order_preview
from reports.forms import OrderForm
from reports.models import Document, Order
from reports.queries.document_texts import document_kinds
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import order_kinds
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import MeetingFactory, PairFactory
from tests.factories.programmes import MeasureFactory, StageFactory
from tests.factories.reports import OrderFactory, signed_order
from tests.mentoring.common.papers.test_fetcher import ADDRESSES, PLACES
from tests.reports.folders import collected
from tests.reports.services.test_wording import PAYLOADS, texts_with

pytestmark = pytest.mark.once  # what is printed does not depend on the database

KEPT = {"time_zone", "order_number_template", "surname", "search_key"}  # what a rule of the field itself keeps from being a text


@pytest.fixture
def hostile(listener) -> Iterator[str]:
    """The addresses in turn, each in another place of a document: a field gets the next one."""
    places = [*PLACES.values()]
    vectors = [places[turn % len(places)].format(address.format(port=listener[0])) for turn, address in enumerate(ADDRESSES)]
    return itertools.cycle(vectors)


def spoil(row, hostile: Iterator[str]) -> int:
    """Write words into every text of the row that has no fixed choices and room for an address; returns how many there are."""
    fields = [field for field in row._meta.concrete_fields if isinstance(field, models.CharField | models.TextField)]
    words = {field.name: fitting(field, hostile) for field in fields if not field.choices and field.name not in KEPT}
    words = {name: word for name, word in words.items() if word}
    for name, word in words.items():
        setattr(row, name, word)
    row.save()
    return len(words)


def fitting(field, hostile: Iterator[str]) -> str:
    """The next words that the column takes: PostgreSQL refuses longer ones."""
    turn = itertools.islice(hostile, len(ADDRESSES))
    return next((word for word in turn if not field.max_length or len(word) <= field.max_length), "")


@pytest.fixture
def order(director, hostile) -> Order:
    order = OrderFactory(
        programme__school=director.school, sent=True, size=1, details={"reason": next(hostile), "members": [next(hostile)]}
    )
    pair = order.pairs.get()
    stage = StageFactory(programme=order.programme, school=order.school)
    rows = [order.school, order.programme, stage, MeasureFactory(stage=stage, school=order.school), pair.mentor, pair.mentor.person]
    rows += [*pair.mentee_people, *(guardian for person in pair.mentee_people for guardian in person.guardians.all())]
    spoilt = sum(spoil(row, hostile) for row in [*rows, MeetingFactory(pair=pair), pair.form, pair.role_model])
    assert spoilt > len(ADDRESSES)  # every vector stands somewhere
    order = Order.objects.select_related("school", "programme__year", "programme__school").get(pk=order.pk)
    order.texts, order.title = texts_with("".join(itertools.islice(hostile, 4))), next(hostile)
    order.save()
    return order


def look_into(pdf: bytes, hits: list) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    text = "".join(page.extract_text() for page in reader.pages).replace(" ", "").replace("\n", "")
    assert hits == []
    assert reader.attachments == {}
    assert "src=" in text or "href=" in text or "url(" in text


def test_an_order_prints_the_words_and_opens_nothing(order, listener):
    assert "<img" not in order_preview(order)
    order.payload = order_facts(order) | {"number": "1", "date": "2026-10-12"}

    look_into(order_paper(order).pdf, listener[1])


@pytest.mark.parametrize("kind", order_kinds(), ids=lambda kind: kind["code"])
def test_an_order_of_every_kind_prints_the_words_and_opens_nothing(order, hostile, listener, kind):
    pair = order.pairs.get()
    asked = OrderForm(kind=kind, programme=order.programme).fields
    lines = {name: [f"{next(hostile)}; {next(hostile)}"] for name, field in asked.items() if isinstance(field, LinesField)}
    days = {name: "2026-10-12" for name, field in asked.items() if isinstance(field, DateField)}
    texts = {name: next(hostile) for name, field in asked.items() if type(field) is CharField}
    order.kind, order.details = kind["code"], {**texts, **lines, **days, "mentors": [pair.mentor_id], "new_mentor": pair.mentor_id}
    order.amends = signed_order(by=MembershipFactory(school=order.school, role=Role.DIRECTOR), size=1)
    order.save()
    order.ending_pairs.add(pair)
    order.changed_pairs.add(PairFactory(programme=order.programme, follows=pair))

    order.payload = order_facts(order) | {"number": "1", "date": "2026-10-12"}

    look_into(order_paper(order).pdf, listener[1])


def test_the_folder_prints_the_words_and_opens_nothing(order, listener):
    look_into(collected(order.programme, as_archive=False).getvalue(), listener[1])


@pytest.mark.parametrize("kind", document_kinds(), ids=lambda kind: kind["code"])
def test_a_document_prints_the_words_and_opens_nothing(order, listener, kind):
    programme, pair = order.programme, order.pairs.with_names().get()
    subject = {"pair": {"pair": pair}, "person": {"person": pair.mentor.person}}.get(kind["subject"], {})
    if kind["keep"]:
        author = MembershipFactory(school=order.school)
        texts = {"title": "Название", "lines": [pair.mentor.person.name]}
        paper = document_paper(Document(programme=programme, kind=kind["code"], title="Название", author=author, texts=texts, **subject))
    else:
        paper = printed_paper(kind, programme, **subject)

    look_into(paper.pdf, listener[1])


def test_unescaped_and_with_the_usual_fetcher_the_listener_is_reached(listener):
    """The control: the listener hears, the vectors are live."""
    port, hits = listener
    HTML(string=f'<img src="http://127.0.0.1:{port}/x">').write_pdf()

    assert hits == ["/x"]


def test_fifty_names_made_of_templates_print_as_they_are_written(director):
    order = signed_order(by=director, size=1)
    people = order.payload["acquaintance"]["people"]
    order.payload["acquaintance"]["people"] = [people[0] | {"name": payload, "post": payload} for payload in PAYLOADS]
    order.payload["annexes"][0]["rows"] = [
        [[payload] for _column in row] for payload in PAYLOADS for row in order.payload["annexes"][0]["rows"]
    ]

    sheet = order_preview(order)

    assert [payload for payload in PAYLOADS if sheet.count(escape(payload)) < 2] == []
