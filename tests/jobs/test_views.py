import pytest
from django.urls import reverse
from django.utils import timezone

from jobs.enums import JobState
from jobs.models import WorkerHeartbeat
from jobs.services import Part, start_in_parts, store
from tests.factories.accounts import MembershipFactory
from tests.factories.jobs import JobFactory


@pytest.fixture
def file(school):
    return store(school_id=school.pk, name="Приказ.pdf", content_type="application/pdf", content=b"%PDF-1.7")


def page_of(client, job, **headers) -> str:
    return client.get(job.get_absolute_url(), headers=headers).content.decode()


@pytest.mark.parametrize("rows", [1, 30])
def test_my_files_ask_the_same_queries_for_any_number_of_rows(sign_in, curator, file, rows, django_assert_num_queries):
    JobFactory.create_batch(rows, created_by=curator, state=JobState.DONE, file=file, finished_at=timezone.now())
    client = sign_in(curator)

    with django_assert_num_queries(5):
        response = client.get(reverse("jobs:list"))

    assert len(response.context["jobs"]) == rows


def test_only_the_persons_own_work_is_listed(sign_in, curator, school):
    JobFactory(created_by=MembershipFactory(school=school))

    assert list(sign_in(curator).get(reverse("jobs:list")).context["jobs"]) == []


def test_the_progress_is_asked_for_again_and_survives_a_reload(sign_in, curator):
    WorkerHeartbeat.beat()
    job = JobFactory(created_by=curator, state=JobState.RUNNING, lease_until=timezone.now(), done=4, total=10)
    client = sign_in(curator)

    whole, partial = page_of(client, job), page_of(client, job, HX_Request="true")

    for text in (whole, partial):
        assert "<progress" in text
        assert 'value="40"' in text
        assert f'hx-get="{job.get_absolute_url()}"' in text
        assert "every 2s" in text
    assert "<html" in whole
    assert "<html" not in partial


def test_a_finished_job_stops_asking_and_offers_the_file(sign_in, curator, file):
    job = JobFactory(created_by=curator, state=JobState.DONE, file=file, finished_at=timezone.now())

    text = page_of(sign_in(curator), job, HX_Request="true")

    assert reverse("jobs:download", args=[job.pk]) in text
    assert "hx-get" not in text


def test_without_a_worker_the_page_says_that_the_job_waits(sign_in, curator):
    job = JobFactory(created_by=curator)
    client = sign_in(curator)

    alone = client.get(job.get_absolute_url())
    WorkerHeartbeat.beat()
    attended = client.get(job.get_absolute_url())

    assert (alone.context["worker_is_alive"], attended.context["worker_is_alive"]) == (False, True)
    assert alone.content.decode().count("work-note") == 1
    assert alone.content != attended.content


def test_failed_work_says_why_and_can_be_repeated(sign_in, curator, sent, django_capture_on_commit_callbacks):
    job = JobFactory(created_by=curator, state=JobState.FAILED, error="В базе нет наставников. Добавьте людей.")
    client = sign_in(curator)
    assert "В базе нет наставников. Добавьте людей." in page_of(client, job)

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("jobs:repeat", args=[job.pk]))

    job.refresh_from_db()
    assert (response.url, job.state, sent) == (job.get_absolute_url(), JobState.QUEUED, [job.pk])


def test_repeat_is_a_post(sign_in, curator):
    job = JobFactory(created_by=curator, state=JobState.FAILED)

    assert sign_in(curator).get(reverse("jobs:repeat", args=[job.pk])).status_code == 405


def test_the_file_is_given_as_an_attachment_to_the_person_who_asked(sign_in, curator, file):
    job = JobFactory(created_by=curator, state=JobState.DONE, file=file, finished_at=timezone.now())

    response = sign_in(curator).get(reverse("jobs:download", args=[job.pk]))

    assert b"".join(response.streaming_content) == b"%PDF-1.7"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]


def test_nobody_else_gets_the_file_not_even_a_colleague(sign_in, curator, director, other_school, file):
    job = JobFactory(created_by=curator, state=JobState.DONE, file=file, finished_at=timezone.now())

    for stranger in (director, MembershipFactory(school=other_school)):
        client = sign_in(stranger)
        assert client.get(reverse("jobs:download", args=[job.pk])).status_code == 404
        assert client.get(job.get_absolute_url()).status_code == 404
        assert client.post(reverse("jobs:repeat", args=[job.pk])).status_code == 404


def test_a_job_without_a_file_has_nothing_to_download(sign_in, curator):
    job = JobFactory(created_by=curator, state=JobState.DONE, finished_at=timezone.now())

    assert sign_in(curator).get(reverse("jobs:download", args=[job.pk])).status_code == 404


def test_work_of_parts_can_be_stopped_and_gone_on_with(sign_in, curator):
    job = start_in_parts(
        actor=curator, kind="sheets", part_kind="sheets_part", title="Листы", dedupe_key="sheets", parts=[Part(size=3, arguments={})]
    )
    client = sign_in(curator)
    stop = reverse("jobs:stop", args=[job.pk])
    assert stop in page_of(client, job)

    client.post(stop)

    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    text = page_of(client, job)
    assert stop not in text
    assert reverse("jobs:repeat", args=[job.pk]) in text


def test_the_parts_have_no_page_of_their_own(sign_in, curator):
    job = JobFactory(created_by=curator, state=JobState.IN_PARTS)
    part = JobFactory(created_by=curator, whole=job, place=1)

    client = sign_in(curator)

    assert client.get(part.get_absolute_url()).status_code == 404
    assert list(client.get(reverse("jobs:list")).context["jobs"]) == [job]
