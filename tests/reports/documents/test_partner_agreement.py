"""The agreement with an organisation that gives mentors."""

import re

import pytest
from django.urls import reverse

from reports.documents.document import document_preview
from reports.enums import DocumentState
from reports.models import Document
from reports.queries.document_facts import printed_facts
from reports.queries.document_texts import document_kind
from reports.services import finish_document, prepare_document

pytestmark = pytest.mark.once  # what is printed does not depend on the database

SECTIONS = [
    "Предмет договора",
    "Права и обязанности сторон",
    "Порядок взаимодействия",
    "Безвозмездность",
    "Персональные данные",
    "Ответственность сторон",
    "Срок действия",
    "Реквизиты и подписи сторон",
]
TOLD = {
    "agreement_number": "7/26",
    "agreement_date": "2026-09-10",
    "organisation": "ООО «Светлый лес»",
    "representative": "Громова Инна Павловна",
    "representative_post": "директор",
    "basis": "доверенности от 01.09.2026 № 5",
    "cooperation": ["предлагает наставников"],
    "agreement_until": "2027-05-31",
    "requisites": ["ИНН 0000000000"],
}


def test_it_has_the_sections_of_an_agreement(programme):
    blocks = printed_facts(document_kind("partner_agreement"), programme)["blocks"]

    headings = [block["text"] for block in blocks if block["kind"] == "heading"]
    assert headings == [f"{number}. {title}" for number, title in enumerate(SECTIONS, 1)]
    clauses = [found[1] for block in blocks if (found := re.match(r"(\d+)\.\d+\. ", block["text"]))]
    assert clauses == sorted(clauses, key=int)


def test_both_sides_act_in_the_genitive_and_sign(curator, programme):
    school = programme.school
    school.director_surname, school.director_name, school.director_patronymic = "Соколов", "Пётр", "Ильич"
    school.save()
    document = prepare_document(actor=curator, programme=programme, kind="partner_agreement", details=TOLD)

    html = document_preview(document)

    assert "в лице директора Соколова Петра Ильича, действующего на основании Устава" in html
    assert "в лице директора Громовой Инны Павловны, действующей на основании доверенности от 01.09.2026 № 5" in html
    for words in ("10 сентября 2026 г.", "7/26", "до 31.05.2027", "ИНН 0000000000", "И.\N{NO-BREAK SPACE}П.\N{NO-BREAK SPACE}Громова"):
        assert words in html


def test_the_curator_makes_it_on_its_page_and_finishes_it(sign_in, curator, programme):
    client, url = sign_in(curator), reverse("reports:document_make", args=[programme.pk, "partner_agreement"])
    assert client.post(url, TOLD | {"representative": ""}).status_code == 200

    client.post(url, TOLD | {"cooperation": "предлагает наставников", "requisites": "ИНН 0000000000"})

    document = Document.objects.get()
    assert document.details["organisation"] == "ООО «Светлый лес»"
    assert finish_document(actor=curator, document=document).state == DocumentState.FINAL
