import pytest

from jobs.enums import JobState
from jobs.models import Job
from jobs.registry import RUNNERS
from jobs.services import Part, cancel, part_files, repeat, run, set_progress, start_in_parts, store
from mentoring.common.refusal import Refusal
from tests.factories.accounts import MembershipFactory


def write(job, text: str):
    return store(school_id=job.school_id, name=f"{text}.txt", content_type="text/plain", content=text.encode())


@pytest.fixture
def kinds(monkeypatch):
    """A kind whose parts write their word and whose last step joins the words; returns the words that were run."""
    words = []

    def part(job):
        words.append(job.arguments["word"])
        return write(job, job.arguments["word"])

    monkeypatch.setitem(RUNNERS, "words_part", part)
    monkeypatch.setitem(RUNNERS, "words", lambda job: write(job, "-".join(file.name[:-4] for file in part_files(job))))
    return words


def ask(actor, *words, key="words-1") -> Job:
    parts = [Part(size=2, arguments={"word": word}) for word in words]
    return start_in_parts(actor=actor, kind="words", part_kind="words_part", title="Слова", dedupe_key=key, parts=parts)


def parts_of(job) -> list[Job]:
    return list(job.parts.order_by("place"))


def states(job) -> list[str]:
    return [Job.objects.get(pk=job.pk).state, *(part.state for part in parts_of(job))]


def break_down(_job):
    raise Refusal("На листе нет места.")


def test_any_worker_runs_a_part_and_the_last_one_sends_the_whole_to_be_joined(curator, kinds, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = ask(curator, "раз", "два", "три")
        assert sent == []
    first, second, third = parts_of(job)
    assert sent == [first.pk, second.pk, third.pk]

    with django_capture_on_commit_callbacks(execute=True):
        run(third.pk)
        run(first.pk)
        run(job.pk)
        assert states(job)[0] == JobState.IN_PARTS
        run(second.pk)
    assert sent[3:] == [job.pk]
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.file.name, kinds) == (JobState.DONE, "раз-два-три.txt", ["три", "раз", "два"])


def test_the_same_key_is_one_job_with_one_set_of_parts(curator, kinds):
    assert ask(curator, "раз", "два") == ask(curator, "раз", "два")

    assert Job.objects.count() == 3


def test_a_job_without_parts_is_a_fault(curator, kinds):
    with pytest.raises(ValueError, match="one part at least"):
        ask(curator)


def test_the_whole_is_as_far_as_its_parts_together(curator, kinds, monkeypatch):
    job = ask(curator, "раз", "два")
    seen = []

    def half(part):
        set_progress(part, 1, 2)
        seen.append(Job.objects.get(pk=job.pk).percent)

    monkeypatch.setitem(RUNNERS, "words_part", half)
    for part in parts_of(job):
        run(part.pk)

    assert seen == [25, 75]


def test_a_part_that_begins_anew_does_not_set_the_progress_back(curator, kinds, monkeypatch):
    told = []

    def cut_off_once(part):
        if not told:
            set_progress(part, 2, 2)
            told.append(0)
            raise OSError("cut off")
        set_progress(part, 1, 2)
        told.append(Job.objects.get(pk=part.whole_id).done)

    monkeypatch.setitem(RUNNERS, "words_part", cut_off_once)
    [part] = parts_of(ask(curator, "раз"))

    run(part.pk)
    run(part.pk)

    assert told == [0, 2]


def test_a_failed_part_fails_the_whole_and_a_repeat_runs_only_what_is_left(
    curator, kinds, monkeypatch, sent, django_capture_on_commit_callbacks
):
    job = ask(curator, "раз", "два", "три")
    first, second, third = parts_of(job)
    run(first.pk)
    with monkeypatch.context() as patch:
        patch.setitem(RUNNERS, "words_part", break_down)
        run(second.pk)
    assert states(job) == [JobState.FAILED, JobState.DONE, JobState.FAILED, JobState.CANCELLED]
    assert Job.objects.get(pk=job.pk).error == "На листе нет места."

    with django_capture_on_commit_callbacks(execute=True):
        repeat(actor=curator, job=job)
    assert sorted(sent) == [second.pk, third.pk]
    for key in (second.pk, third.pk, job.pk):
        run(key)

    job.refresh_from_db()
    assert (job.state, job.file.name, kinds) == (JobState.DONE, "раз-два-три.txt", ["раз", "два", "три"])


def test_a_join_that_failed_is_repeated_without_the_parts(curator, kinds, monkeypatch, sent, django_capture_on_commit_callbacks):
    job = ask(curator, "раз")
    run(parts_of(job)[0].pk)
    with monkeypatch.context() as patch:
        patch.setitem(RUNNERS, "words", break_down)
        run(job.pk)

    with django_capture_on_commit_callbacks(execute=True):
        repeat(actor=curator, job=job)
    run(job.pk)

    assert (sent, kinds, states(job)) == ([job.pk], ["раз"], [JobState.DONE, JobState.DONE])


def test_a_stopped_job_leaves_the_rest_alone_and_goes_on_from_there(curator, kinds, monkeypatch):
    job = ask(curator, "раз", "два", "три")
    first, second, third = parts_of(job)
    run(first.pk)

    def stopped_meanwhile(part):
        cancel(actor=curator, job=job)
        set_progress(part, 1, 2)
        pytest.fail("a stopped part must not go on")

    with monkeypatch.context() as patch:
        patch.setitem(RUNNERS, "words_part", stopped_meanwhile)
        run(second.pk)
    run(third.pk)
    assert states(job) == [JobState.CANCELLED, JobState.DONE, JobState.CANCELLED, JobState.CANCELLED]

    repeat(actor=curator, job=job)
    for key in (second.pk, third.pk, job.pk):
        run(key)

    assert (states(job)[0], kinds) == (JobState.DONE, ["раз", "два", "три"])


def test_a_run_that_was_stopped_and_woke_up_after_the_repeat_changes_nothing(curator, kinds, monkeypatch):
    job = ask(curator, "раз")
    part = parts_of(job)[0]

    def sleeper(_part):
        cancel(actor=curator, job=job)
        repeat(actor=curator, job=job)
        monkeypatch.setitem(RUNNERS, "words_part", lambda part: write(part, "второй"))
        run(part.pk)
        return write(part, "первый")

    monkeypatch.setitem(RUNNERS, "words_part", sleeper)
    run(part.pk)

    assert [file.name for file in part_files(job)] == ["второй.txt"]


def test_what_is_over_cannot_be_stopped(curator, kinds):
    job = ask(curator, "раз")
    for key in (parts_of(job)[0].pk, job.pk):
        run(key)

    with pytest.raises(Refusal):
        cancel(actor=curator, job=job)


def test_the_parts_are_nobodys_files_and_somebody_elses_job_is_not_stopped(curator, kinds, school):
    job = ask(curator, "раз")

    assert list(Job.objects.visible_to(curator)) == [job]
    with pytest.raises(Job.DoesNotExist):
        cancel(actor=MembershipFactory(school=school), job=job)
