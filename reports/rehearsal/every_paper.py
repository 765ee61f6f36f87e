"""One of every kind of order and document, from the facts of the year. What is prepared for it is taken back afterwards."""

import datetime
import uuid
from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from accounts.enums import Role
from mentoring.common import clock
from pairs.models import Pair
from pairs.queries.sides import people_of
from pairs.services import agree_to_amendment, propose_amendment, record_all_agreements, replace_mentor
from participants.models import MentorRecord
from reports.documents.document import document_paper, printed_paper
from reports.documents.order import order_paper
from reports.enums import PAIRING, OrderEffect
from reports.forms import DocumentForm, OrderForm
from reports.forms.orders import NOT_DETAILS
from reports.models import Order
from reports.queries.document_people import people_for, working_pairs
from reports.queries.document_texts import document_kinds
from reports.queries.order_texts import effect_of, order_kinds
from reports.rehearsal.other_papers import other_papers
from reports.rehearsal.year import Year
from reports.services import finish_document, prepare_document, prepare_order, send_order, sign_order

TWO_WEEKS = datetime.timedelta(days=14)
SITE = "https://tandem.example"  # the codes on the papers lead nowhere

# What a person would type: the rest stands in the forms.
TYPED = {
    "basis_order": "приказа управления образования администрации города от 28.08.2025 № 214",
    "protocol_number": "1",
    "protocol_date": "2025-08-29",
    "event_date": "2026-05-28",
    "event_place": "актовый зал",
    "reason": "личное заявление наставника",
    "secretary": "Орешникова Алла Игоревна",
    "present": "27 человек",
    "absent": "2 человека",
    "goal": "Наставляемый самостоятельно планирует работу и не откладывает трудное.",
    "problem": ["Трудно начать работу без подсказки взрослого."],
    "tasks": ["научиться ставить цель на неделю", "освоить приёмы самопроверки"],
    "results": ["наставляемый сам планирует неделю", "долгов по предметам нет"],
    "actions": ["разобрали, что мешает", "составили план на четверть", "каждую неделю подводили итог"],
    "organisation": "Общество с ограниченной ответственностью «Светлый лес»",
    "representative": "Громова Инна Павловна",
    "requisites": ["г. Светлоозёрск, ул. Озёрная, д. 5", "ИНН 0000000000"],
    "advice": ["Начинайте с малого и видимого результата."],
}


def write_every_paper(out: Path) -> Callable[[Year], None]:
    """For `play(in_may=…)`: fill `out` with a PDF of each kind: `order_<kind>.pdf`, `document_<kind>.pdf` and those of the other rooms."""

    def write(year: Year) -> None:
        out.mkdir(parents=True, exist_ok=True)
        for kind in order_kinds():
            _taken_back(lambda kind=kind: (out / f"order_{kind['code']}.pdf").write_bytes(order_paper(_order(year, kind)).pdf))
        for kind in document_kinds():
            _taken_back(lambda kind=kind: (out / f"document_{kind['code']}.pdf").write_bytes(_document(year, kind)))
        for name, make in other_papers(year, SITE).items():
            _taken_back(lambda name=name, make=make: (out / name).write_bytes(make()))

    return write


def _taken_back(act: Callable[[], object]) -> None:
    with transaction.atomic():
        act()
        transaction.set_rollback(True)


def _order(year: Year, kind: dict) -> Order:
    """An order of the kind, signed today; that on pairs is the one of the year."""
    if kind["code"] == PAIRING:
        return year.orders[0]
    programme, curator = year.programme, year.staff[Role.CURATOR]
    told = OrderForm(kind=kind, programme=programme)
    details = {name: told.get_initial_for_field(field, name) for name, field in told.fields.items() if name not in NOT_DETAILS} | TYPED
    details = {name: _plain(value) for name, value in details.items() if value is not None}
    details |= {"coordinator": year.staff[Role.COORDINATOR].pk, "agreed_on": clock.today().isoformat(), "outcome": "completed"}
    facts = _subjects(year, effect_of(kind["code"]), details)
    order = prepare_order(actor=curator, programme=programme, kind=kind["code"], details=details, **facts)
    send_order(actor=curator, order=order)
    return sign_order(actor=year.staff[Role.DIRECTOR], order=Order.objects.get(pk=order.pk), site=SITE)


def _plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def _subjects(year: Year, effect: OrderEffect, details: dict) -> dict:
    """The pairs and the order that an order of this effect is about."""
    first, second = year.pairs[:2]
    if effect == OrderEffect.END:
        details["reason"] = "срок работы истёк, планы выполнены"
        return {"ending": year.pairs[:6]}
    if effect == OrderEffect.REPLACE:
        details["new_mentor"] = _free_colleague(year, first).pk
        return {"ending": [first], "amends": year.orders[0]}
    if effect == OrderEffect.CHANGE:
        new = _replaced(year, first)
        _prolong(year, second)
        return {"ending": [first], "pairs": [new], "changed": [second], "amends": year.orders[0]}
    return {"amends": year.orders[0]} if effect == OrderEffect.ANNUL else {}


def _free_colleague(year: Year, pair: Pair) -> MentorRecord:
    """Another mentor of the same form, with places enough for the mentees of the pair."""
    other = next(one for one in year.pairs if one.form_id == pair.form_id and one.pk != pair.pk)
    MentorRecord.objects.filter(pk=other.mentor_id).update(capacity=9)
    return other.mentor


def _replaced(year: Year, pair: Pair) -> Pair:
    curator = year.staff[Role.CURATOR]
    new = replace_mentor(actor=curator, pair=pair, mentor=_free_colleague(year, pair), on=clock.today(), note=TYPED["reason"])
    record_all_agreements(actor=curator, pair=new, given_on=clock.today())
    pair.refresh_from_db(fields=["state"])
    return new


def _prolong(year: Year, pair: Pair) -> None:
    """Both sides want to work two weeks more."""
    curator = year.staff[Role.CURATOR]
    fresh = Pair.objects.with_names().get(pk=pair.pk)
    terms = {"role_model": fresh.role_model, "kind": fresh.kind, "ends_on": fresh.ends_on + TWO_WEEKS, "on": clock.today()}
    note, keys = "не успели закончить проект", {"form_key": uuid.uuid4(), "version": fresh.version}
    amendment = propose_amendment(actor=curator, pair=fresh, note=note, **terms, **keys)
    agree_to_amendment(actor=curator, amendment=amendment, people=people_of(fresh), given_on=clock.today())


def _document(year: Year, kind: dict) -> bytes:
    """A kept paper is drafted and finished; the others print at once."""
    programme, pair, person = year.programme, None, None
    if kind["subject"] == "pair":
        pair = programme.pairs.with_names().get(pk=year.pairs[0].pk)
    if kind["subject"] == "person":
        person = people_for(kind, working_pairs(programme))[0]
    if not kind["keep"]:
        return printed_paper(kind, programme, pair=pair, person=person).pdf
    form = DocumentForm(kind=kind, programme=programme, pair=pair, person=person, author=year.staff[Role.CURATOR])
    told = {name: _plain(form.get_initial_for_field(field, name)) for name, field in form.fields.items() if name != "request_key"}
    stamps = told.pop("stamps", [])
    details = {name: value or TYPED.get(name, "") for name, value in told.items()}
    curator = year.staff[Role.CURATOR]
    facts = {"kind": kind["code"], "details": details, "stamps": stamps, "pair": pair, "person": person}
    document = prepare_document(actor=curator, programme=programme, **facts)
    return document_paper(finish_document(actor=curator, document=document)).pdf
