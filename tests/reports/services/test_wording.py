"""Texts that a school writes are only text (T-19)."""

import pytest
from django.utils.html import escape

from mentoring.common.papers import render_preview
from mentoring.common.refusal import Refusal
from mentoring.common.wording.digests import digest_of
from programmes.models import Wording
from reports.documents.document import context, paper_template
from reports.documents.order import order_preview
from reports.models import Order
from reports.presenters.wording import remarks_on
from reports.queries.document_facts import printed_facts
from reports.queries.document_texts import document_kinds
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import order_kinds, school_texts, template_texts
from reports.services import edit_order, keep_document_wording, keep_school_texts
from tests.factories.pairs import PairFactory
from tests.factories.reports import OrderFactory

PAYLOADS = [
    "{{ 7|add:7 }}",
    "{% load i18n %}",
    "{% debug %}",
    "{{ settings.SECRET_KEY }}",
    "{% include '/etc/passwd' %}",
    "{# secret #}",
    "{school.__class__}",
    "{school.objects}",
    "{0}",
    "{}",
    "{school!r}",
    "{school:>99}",
    "{school[0]}",
    "{{school}",
    "{school }",
    "{ school}",
    "{SCHOOL}",
    "{unknown}",
    "%(school)s",
    "%s%s%s%n",
    "${shell}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{{7*7}}",
    "{{''.__class__.__mro__}}",
    "{php}echo 1{/php}",
    "{% for x in y %}",
    "{% endfor %}",
    "{% csrf_token %}",
    "{{ request.user }}",
    "{{ order.author.user.password }}",
    "{% url 'home' %}",
    "{% static 'x' %}",
    "{% autoescape off %}",
    "{{ x|safe }}",
    "{!r}",
    "{.}",
    "{__import__('os')}",
    "{lambda: 1}",
    "@{7*7}",
    "[[7*7]]",
    "*{7*7}",
    "~{7*7}",
    "{{constructor.constructor('return 1')()}}",
    "{%raw%}",
    "\\{school\\}",
    "{{{{school}}}",
    "{%7*7%}",
    "{{=7*7}}",
]


def texts_with(line: str) -> dict:
    return {"title": line, "preamble": [line], "items": [{"text": line, "parts": [line]}], "lines": []}


def test_there_are_fifty_payloads():
    assert len(set(PAYLOADS)) == 50


@pytest.mark.once
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_prints_as_it_is_written(curator, school, payload):
    order = OrderFactory(programme__school=school)

    edit_order(actor=curator, order=order, version="0", texts=texts_with(f"начало {payload} конец"), details={})

    page = order_preview(Order.objects.select_related("school", "programme__year").get(pk=order.pk))
    assert told(payload, school) in page


def told(payload: str, school) -> str:
    """The payload as a page shows it between two words: no engine has looked at it, only a known name in braces is filled."""
    return f"начало {escape(payload.replace('{school}', school.full_name))} конец"


HOSTILE = [f"начало {payload} конец" for payload in PAYLOADS]


@pytest.mark.once
@pytest.mark.parametrize("kind", order_kinds(), ids=lambda kind: kind["code"])
def test_payloads_in_the_schools_wording_of_every_kind_of_order_print_as_they_are_written(curator, school, kind):
    texts = {"title": HOSTILE[0], "preamble": HOSTILE, "items": [{"text": line, "parts": [line]} for line in HOSTILE], "lines": HOSTILE}
    keep_school_texts(actor=curator, kind=kind["code"], texts=texts)
    order = OrderFactory(programme__school=school, kind=kind["code"], amends=OrderFactory(programme__school=school))

    page = order_preview(Order.objects.select_related("school", "programme__year").get(pk=order.pk))

    assert [payload for payload in PAYLOADS if page.count(told(payload, school)) < 3] == []


@pytest.mark.once
@pytest.mark.parametrize("kind", document_kinds(), ids=lambda kind: kind["code"])
def test_payloads_in_the_schools_wording_of_every_document_print_as_they_are_written(curator, school, kind):
    keep_document_wording(actor=curator, kind=kind["code"], texts={"title": HOSTILE[0], "lines": HOSTILE})
    pair = PairFactory(programme__school=school)
    subject = {"pair": {"pair": pair}, "person": {"person": pair.mentor.person}}.get(kind["subject"], {})

    page = render_preview(paper_template(kind), context(printed_facts(kind, pair.programme, **subject)))

    assert [payload for payload in PAYLOADS if told(payload, school) not in page] == []


def test_html_in_a_text_prints_as_text(curator, school):
    order = OrderFactory(programme__school=school)

    edit_order(actor=curator, order=order, version="0", texts=texts_with("<img src=x onerror=alert(1)>"), details={})

    assert "<img" not in order_preview(Order.objects.get(pk=order.pk))


def test_an_order_with_the_director_keeps_its_words(curator, school):
    order = OrderFactory(programme__school=school, sent=True)

    with pytest.raises(Refusal):
        edit_order(actor=curator, order=order, version="0", texts=texts_with("Другое"), details={})

    assert Order.objects.get(pk=order.pk).texts is None


def test_school_wording_is_kept_and_given_back(curator, school):
    own = template_texts("pairing") | {"preamble": ["По решению школы"]}

    keep_school_texts(actor=curator, kind="pairing", texts=own)
    assert school_texts("pairing") == own

    keep_school_texts(actor=curator, kind="pairing", texts=template_texts("pairing"))
    assert not Wording.objects.exists()


def test_the_item_on_control_is_written_moved_and_left_out_like_the_others(curator, school):
    order = OrderFactory(programme__school=school)
    texts = template_texts("pairing")
    control = texts["items"].pop()
    assert control["text"] == "Контроль исполнения {control}."

    edit_order(actor=curator, order=order, version="0", texts=texts, details={})
    assert "Контроль" not in order_preview(Order.objects.get(pk=order.pk))

    own = {"text": "Контроль за исполнением приказа {control}.", "parts": []}
    edit_order(actor=curator, order=order, version="1", texts=texts | {"items": [own, *texts["items"]]}, details={})
    assert order_facts(Order.objects.get(pk=order.pk))["items"][0]["text"] == "Контроль за исполнением приказа оставляю за собой."


def test_titles_of_appendices_and_readers_are_the_schools_and_a_draft_may_have_others(curator, school):
    own = template_texts("pairing") | {"annexes": {"pairs": "Список пар на {year} учебный год"}, "readers": ["mentors"]}
    keep_school_texts(actor=curator, kind="pairing", texts=own, version=digest_of(school_texts("pairing")))
    order = OrderFactory(programme__school=school, size=1)

    facts = order_facts(order)
    mentor = order.pairs.get().mentor.person
    assert facts["annexes"][0]["title"] == f"Список пар на {order.programme.year} учебный год"
    assert [entry["name"] for entry in facts["acquaintance"]["people"]] == [mentor.full_name]

    Order.objects.filter(pk=order.pk).update(texts=own | {"annexes": {"pairs": "Пары"}, "readers": []})
    draft = Order.objects.get(pk=order.pk)
    assert order_facts(draft)["annexes"][0]["title"] == "Пары"
    assert "Лист ознакомления" not in order_preview(draft)


def test_words_kept_before_titles_and_readers_were_words_have_those_of_the_template(curator, school):
    before = {name: text for name, text in template_texts("pairing").items() if name not in ("annexes", "readers")}
    Wording.objects.create(school=school, kind="pairing", texts=before, changed_by=curator)

    assert school_texts("pairing") == template_texts("pairing")

    changed = school_texts("pairing") | {"title": "О парах"}
    keep_school_texts(actor=curator, kind="pairing", texts=changed, version=digest_of(school_texts("pairing")))
    assert school_texts("pairing") == changed


@pytest.mark.parametrize("line, right", [
    ("распоряжением от 25.12.2019 № P-145", "Р-145"),
    ("распоряжением Минпросвещения России от 24.12.2019 № Р-145", "25.12.2019"),
    ("письмом от 23.01.2021 № МР-42/02", "23.01.2020"),
    ("ст. 358.1 ТК РФ", "351.8"),
    ("статьёй 358.1 кодекса", "351.8"),
    ("распоряжением Минпросвещения России от 25.12.2019 № 145-р", "№ Р-145"),
    ("распоряжением Минпросвещения России от 25.12.2019 № 145-p", "№ Р-145"),
    ("постановлением Минпросвещения России от 25.12.2019 № Р-145", "распоряжение"),
    ("Постановление Министерства просвещения Российской Федерации от 25.12.2019 № Р-145", "распоряжение"),
    ("распоряжением от 25.12.2020 г. № Р-145", "25.12.2019"),
])  # fmt: skip
def test_misprints_in_the_requisites_of_acts_are_told(line, right):
    assert any(right in remark for remark in remarks_on(texts_with(line)))


def test_the_text_that_an_order_approves_may_have_the_words_of_the_programme_and_an_item_may_not(school):
    texts = template_texts("statute")
    assert "{forms}" in texts["lines"]
    assert remarks_on(texts) == []

    remarks = remarks_on(texts | {"items": [{"text": "Утвердить {forms}.", "parts": []}], "lines": [*texts["lines"], "{mentor}"]})

    assert [name for name in ("{forms}", "{mentor}", "{year}") if any(name in remark for remark in remarks)] == ["{forms}", "{mentor}"]


def test_one_misprint_is_told_once():
    assert len(remarks_on(texts_with("ст. 358.1 ТК РФ"))) == 1


def test_right_requisites_are_not_remarked_on():
    assert (
        remarks_on(
            texts_with("распоряжением Минпросвещения России от 25.12.2019 № Р-145, ст. 351.8 ТК РФ, письмом от 23.01.2020 № МР-42/02")
        )
        == []
    )
