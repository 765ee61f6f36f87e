"""Papers that are kept: draft, final, frozen."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.enums import Role
from jobs.models import Job
from mentoring.common.refusal import Refusal
from programmes.models import Wording
from reports.documents.document import document_paper, document_preview
from reports.enums import DocumentState
from reports.models import Document
from reports.queries.document_texts import school_wording, template_wording
from reports.services import discard_document, edit_document, finish_document, keep_document_wording, prepare_document
from reports.tasks.papers import document_pdf
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import PairFactory, PlanItemFactory


@pytest.fixture
def programme(school):
    return PairFactory(active=True, programme__school=school).programme


@pytest.fixture
def statute(curator, programme):
    return prepare_document(actor=curator, programme=programme, kind="statute", details={}, stamps=["ПРИНЯТО; советом"])


def test_a_finished_paper_says_the_same_after_the_school_is_renamed(curator, statute):
    done = finish_document(actor=curator, document=statute)
    before = document_paper(done).sha256
    curator.school.short_name = "Другая школа"
    curator.school.save()

    assert document_paper(Document.objects.get(pk=statute.pk)).sha256 == before
    assert "ПРИНЯТО" in document_paper(done).html


def test_finishing_twice_is_once_and_starts_one_job(curator, statute):
    finish_document(actor=curator, document=statute)
    finish_document(actor=curator, document=statute)

    assert Job.objects.filter(kind="document_pdf").count() == 1


def test_the_file_is_attached_once(curator, statute):
    finish_document(actor=curator, document=statute)
    job = Job.objects.get(kind="document_pdf")

    first, second = document_pdf(job), document_pdf(job)

    assert first.pk == second.pk == Document.objects.get(pk=statute.pk).pdf_id


def test_a_finished_or_discarded_paper_does_not_change(curator, statute):
    discard_document(actor=curator, document=statute)

    for act in (finish_document, discard_document):
        with pytest.raises(Refusal):
            act(actor=curator, document=statute)
    with pytest.raises(Refusal):
        edit_document(actor=curator, document=statute, version="0", texts={"title": "Другое", "lines": ["x"]}, details={}, stamps=[])


def test_a_personalised_programme_without_a_plan_is_not_finished(curator, programme):
    pair = programme.pairs.get()
    draft = prepare_document(actor=curator, programme=programme, kind="personal_programme", details={}, pair=pair)
    with pytest.raises(Refusal):
        finish_document(actor=curator, document=draft)

    PlanItemFactory(pair=pair)

    assert finish_document(actor=curator, document=draft).state == DocumentState.FINAL


def test_own_wording_of_the_school_reaches_new_papers_and_the_order_that_approves_them(curator, programme):
    texts = {"title": "Положение школы", "lines": ["# 1. Наше", "1.1. Свои слова <b>школы</b>."]}
    keep_document_wording(actor=curator, kind="statute", texts=texts)

    draft = prepare_document(actor=curator, programme=programme, kind="statute", details={})

    assert "Свои слова &lt;b&gt;школы&lt;/b&gt;." in document_preview(draft)
    keep_document_wording(actor=curator, kind="statute", texts=template_wording("statute"))
    assert (school_wording("statute"), Wording.objects.count()) == (template_wording("statute"), 0)


def test_only_who_prepares_orders_makes_papers(programme):
    director = MembershipFactory(school=programme.school, role=Role.DIRECTOR)
    with pytest.raises(PermissionDenied):
        prepare_document(actor=director, programme=programme, kind="statute", details={})
