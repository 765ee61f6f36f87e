import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.enums import Role
from accounts.models import AuditEvent
from jobs.enums import JobState
from jobs.models import Job
from jobs.services import cancel, repeat, run
from mentoring.common import storage
from pairs.enums import PairState
from pairs.models import MentorReport
from reports.enums import DocumentState
from reports.presenters.folder import missing
from reports.services import bundles, finish_document, sign_order
from tests.factories.pairs import PairFactory, PlanItemFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import DocumentFactory, OrderFactory, signed_order
from tests.reports.test_copies import run_parts


@pytest.fixture
def order(director):
    return signed_order(by=director, size=1)


def page_of(programme) -> str:
    return reverse("reports:folder", args=[programme.pk])


def ask_url(programme, kind: str) -> str:
    return reverse("reports:folder_ask", args=[programme.pk, kind])


@pytest.mark.parametrize("kind", ["pdf", "zip"])
def test_one_click_collects_the_folder_once_and_the_journal_knows(sign_in, curator, order, kind):
    client = sign_in(curator)
    for _click in range(2):
        assert client.post(ask_url(order.programme, kind), {"request_key": "k1"}).url == page_of(order.programme)

    job = Job.objects.get(kind="programme_folder")
    seen = run_parts(job)
    run(job.pk)

    job.refresh_from_db()
    assert seen == sorted(seen)
    assert seen[-1] == job.total
    assert (job.state, job.error, job.percent) == (JobState.DONE, "", 100)
    assert job.file.name.endswith(f".{kind}")
    assert AuditEvent.objects.filter(name="folder.requested", by_membership=curator.pk).count() == 2


def test_who_has_lost_the_right_meanwhile_gets_no_folder(sign_in, curator, order):
    sign_in(curator).post(ask_url(order.programme, "zip"))
    curator.role = Role.OBSERVER
    curator.save(update_fields=["role"])

    job = Job.objects.get(kind="programme_folder")
    run(job.parts.first().pk)

    job.refresh_from_db()
    assert (job.state, job.file) == (JobState.FAILED, None)


def test_who_has_lost_the_right_before_the_joining_gets_no_folder_either(sign_in, curator, order):
    sign_in(curator).post(ask_url(order.programme, "zip"))
    job = Job.objects.get(kind="programme_folder")
    run_parts(job)
    curator.role = Role.OBSERVER
    curator.save(update_fields=["role"])

    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.file) == (JobState.FAILED, None)


def test_a_folder_cut_off_goes_on_where_it_was(curator, order, monkeypatch):
    monkeypatch.setattr(bundles, "PART", 2)
    for _number in range(3):
        pair = PairFactory(programme=order.programme, state=PairState.ACTIVE)
        PlanItemFactory(pair=pair)
        MentorReport.objects.create(school=pair.school, pair=pair, conclusions="Цель достигнута.", written_by=curator)
    job = bundles.ask_for_folder(actor=curator, programme=order.programme, kind="pdf")
    assert [len(part.arguments["keys"]) for part in job.parts.order_by("place") if part.arguments["chapter"] == "pairs"] == [2, 1]
    seen = run_parts(job, limit=3)
    kept = set(job.parts.filter(state=JobState.DONE).values_list("file", flat=True))
    cancel(actor=curator, job=job)

    repeat(actor=curator, job=Job.objects.get(pk=job.pk))
    seen += run_parts(job)
    run(job.pk)

    job.refresh_from_db()
    assert seen == sorted(seen)
    assert kept <= set(job.parts.values_list("file", flat=True))
    text = " ".join(page.extract_text() for page in PdfReader(storage.stored_path(job.file.sha256)).pages)
    assert text.count("Цель достигнута.") == 3


def test_each_line_of_what_is_missing_leads_to_a_page_that_opens(sign_in, curator, order):
    programme = order.programme
    OrderFactory(programme=programme)
    PairFactory(programme=programme, state=PairState.AGREED)
    PairFactory(programme=programme, state=PairState.COMPLETED)
    DocumentFactory(programme=programme)
    client = sign_in(curator)

    lines = missing(programme)

    assert len(lines) >= 11
    assert [line.url for line in lines if client.get(line.url).status_code != 200] == []
    text = client.get(page_of(programme)).content.decode()
    assert [line.sentence for line in lines if line.url.replace("&", "&amp;") not in text] == []


def test_the_statute_is_missed_until_a_document_is_finished_or_an_order_approves_it(curator, director, order):
    def missed() -> bool:
        return reverse("reports:document_make", args=[order.programme_id, "statute"]) in [line.url for line in missing(order.programme)]

    assert missed()

    paper = DocumentFactory(programme=order.programme, kind="statute")
    finish_document(actor=curator, document=paper)
    assert not missed()

    paper.delete()
    sign_order(actor=director, order=OrderFactory(programme=order.programme, kind="statute", sent=True, size=0))
    assert not missed()


def test_an_order_that_is_missed_may_be_entered_from_paper(sign_in, curator, order):
    programme = order.programme
    line = next(line for line in missing(programme) if "kind=introduction" in line.other_url)

    page = sign_in(curator).get(line.other_url)

    form = page.context["form"]
    assert (str(form["programme"].value()), form["kind"].value()) == (str(programme.pk), "introduction")
    assert line.other_url.replace("&", "&amp;") in sign_in(curator).get(page_of(programme)).content.decode()


def test_a_repaired_gap_disappears(director, curator, order):
    programme = order.programme
    before = missing(programme)
    order.acknowledgements.update(done_on=order.signed_on, way="system", recorded_by=curator)

    after = missing(programme)

    assert len(before) - len(after) == 1
    assert reverse("reports:unread") in next(iter(set(before) - set(after))).url


def test_plans_reports_and_drafts_are_missed_until_they_are_there(order):
    pair = PairFactory(programme=order.programme, state=PairState.COMPLETED)
    draft = DocumentFactory(programme=order.programme)
    page = reverse("reports:documents", args=[order.programme_id])
    before = [line.sentence for line in missing(order.programme) if line.url == page]

    PlanItemFactory(pair=pair)
    PlanItemFactory(pair=order.pairs.get())
    MentorReport.objects.create(school=pair.school, pair=pair, conclusions="Цель достигнута.", written_by=draft.author)
    draft.state = DocumentState.DISCARDED
    draft.save()

    assert before == [
        "1 документ ещё не завершён.",
        "У 2 пар нет индивидуального плана.",
        "1 пара завершила работу без отчёта наставника.",
    ]
    assert [line for line in missing(order.programme) if line.url == page] == []


@pytest.mark.parametrize("rows", [1, 30])
def test_number_of_queries_does_not_grow(sign_in, curator, school, rows, django_assert_num_queries):
    programme = ProgrammeFactory(school=school)
    for _number in range(rows):
        PairFactory(programme=programme, state=PairState.AGREED)
    client = sign_in(curator)

    with django_assert_num_queries(25):
        assert client.get(page_of(programme)).status_code == 200
