"""Every kind of paper other than orders, printed."""

import io
import logging
import re

import pytest
from pypdf import PdfReader

from mentoring.common.wording.placeholders import names_in
from pairs.models import MentorReport
from programmes.enums import PersonKind
from reports.documents.document import person_contexts, printed_paper
from reports.queries.document_people import people_for, working_pairs
from reports.queries.document_texts import document_kind, document_kinds
from tests.factories.pairs import MeetingFactory, PairFactory, PlanItemFactory, give_guardians

PLAN_COLUMNS = ["№", "Проект, задание", "Срок", "Планируемый результат", "Фактический результат", "Оценка наставника"]
KINDS = [kind["code"] for kind in document_kinds()]


@pytest.fixture
def pair(school, curator):
    pair = PairFactory(active=True, programme__school=school, programme__aims="Помочь каждому", programme__tasks="составить план")
    give_guardians(pair)
    MeetingFactory(pair=pair, topic="Дроби")
    PlanItemFactory(pair=pair)
    MentorReport.objects.create(school=school, pair=pair, conclusions="Стало лучше", written_by=curator)
    pair.programme.forms.add(pair.form)
    return type(pair).objects.with_names().get(pk=pair.pk)


def printed(code, pair):
    kind = document_kind(code)
    about = {"pair": {"pair": pair}, "person": {"person": pair.mentor.person}}.get(kind["subject"], {})
    return printed_paper(kind, pair.programme, **about)


@pytest.mark.once
@pytest.mark.parametrize("code", KINDS)
def test_a_paper_prints_without_holes(pair, caplog, code):
    with caplog.at_level(logging.WARNING):
        paper = printed(code, pair)

    body = paper.html.partition("<body")[2]
    assert paper.pdf.startswith(b"%PDF")
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    assert ("None" in body, names_in(body)) == (False, set())


def fonts(pdf: bytes) -> dict[str, tuple[bool, bool]]:
    """Of each font by its name: is it in the file, and can its text be copied."""
    found = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font["/DescendantFonts"][0]["/FontDescriptor"]
            found[font["/BaseFont"]] = (not {"/FontFile2", "/FontFile3"}.isdisjoint(described), "/ToUnicode" in font)
    return found


@pytest.mark.parametrize("code", ["statute", "diploma"])
def test_fonts_are_embedded(pair, code):
    used = fonts(printed(code, pair).pdf)

    assert used
    assert all("+Tinos" in name for name in used)
    assert set(used.values()) == {(True, True)}


def test_the_plan_prints_tasks_under_their_section(pair):
    html = printed("individual_plan", pair).html

    assert html.index("Раздел 1.") < html.index("Беседа с наставником о трудностях") < html.index("30.11.2026") < html.index("Раздел 2.")
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', html) == PLAN_COLUMNS


def test_a_case_names_nobody(pair):
    html = printed("case", pair).html

    names = [person.surname for person in (pair.mentor.person, *pair.mentee_people)]
    assert [name for name in names if name in html] == []


def test_letters_go_to_the_parents_of_pupils_who_mentor(pair):
    kind = document_kind("letter_parents")
    guest = PairFactory(active=True, programme=pair.programme)
    guest.mentor.person.kind = PersonKind.EMPLOYER
    guest.mentor.person.save()

    people = people_for(kind, working_pairs(pair.programme))

    assert people == [pair.mentor.person]
    assert [context["title"] for context in person_contexts(kind, pair.programme, people)] == ["Благодарственное письмо"]
