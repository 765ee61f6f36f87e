import datetime
import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader

from jobs.enums import JobState
from jobs.models import Job
from jobs.services import cancel, repeat, run
from mentoring.common import storage
from mentoring.common.clock import pretend
from mentoring.common.papers import render_preview
from participants.consent_papers import TEMPLATE, _sheet
from participants.models import ConsentSheet
from participants.queries.consent_texts import ConsentTexts
from participants.services import issue_sheets, print_sheets
from tests.factories.participants import GuardianFactory, MenteeRecordFactory


@pytest.fixture(autouse=True)
def autumn():
    with pretend(datetime.date(2026, 9, 10)):
        yield


def printed(curator, programme, person, purpose="processing"):
    sheet = issue_sheets(actor=curator, programme=programme, people=[person], purposes=[purpose])[0]
    return render_preview(TEMPLATE, {"sheets": [_sheet(sheet, ConsentTexts().printed(sheet), "https://school.example")]})


def test_a_minors_sheet_names_everything_that_the_law_asks_for(curator, programme):
    person = MenteeRecordFactory(programme=programme).person
    guardian = GuardianFactory(person=person)

    text = printed(curator, programme, person)

    facts = (person.full_name, guardian.full_name, programme.school.full_name, programme.title, f"{programme.ends_on:%d.%m.%Y}")
    for fact in (*facts, "Цель", "Персональные данные", "Действия с данными", "Срок и отзыв", "основание полномочий", "документ"):
        assert fact in text
    assert "{" not in text


@pytest.mark.parametrize("born, signers", [((2013, 3, 12), 1), ((2010, 3, 12), 2), ((1980, 5, 17), 1)])
def test_who_signs_follows_the_age(curator, programme, born, signers):
    person = MenteeRecordFactory(programme=programme, person__birth_date=datetime.date(*born)).person

    assert printed(curator, programme, person, "participation").count("paper-signature") == signers


def test_publication_is_chosen_line_by_line(curator, programme):
    person = MenteeRecordFactory(programme=programme, person__teacher=True).person

    assert "не разрешаю" in printed(curator, programme, person, "publication")


def test_the_code_is_a_picture_without_styles(curator, programme):
    person = MenteeRecordFactory(programme=programme).person

    text = printed(curator, programme, person)

    assert "<svg" in text
    assert "style" not in text
    assert ConsentSheet.objects.get().spaced_code in text


@pytest.fixture
def print_all(curator, programme, monkeypatch):
    """Call it with people: their sheets are asked for in parts of one person and printed; the answer is the job and its file."""
    monkeypatch.setattr("participants.services.sheets.PEOPLE", 1)

    def ask(people, purposes=("processing", "participation"), form="pdf"):
        job = print_sheets(actor=curator, programme=programme, people=people, purposes=purposes, request_key="k", form=form)
        for key in [*job.parts.order_by("-place").values_list("pk", flat=True), job.pk]:
            run(key)
        job.refresh_from_db()
        with storage.open_stored(job.file.sha256) as content:
            return job, (PdfReader if form == "pdf" else zipfile.ZipFile)(BytesIO(content.read()))

    return ask


def test_sheets_of_many_people_are_one_file_with_contents_and_an_outline(programme, print_all):
    people = [MenteeRecordFactory(programme=programme, person__class_name=name).person for name in ("7А", "7Б", "7Б")]

    job, reader = print_all(people)

    assert job.total == 6
    contents = reader.pages[0].extract_text()
    for person in people:
        assert person.full_name in contents.replace("\xa0", " ")
    sections = [item.title for item in reader.outline if not isinstance(item, list)]
    pages = [reader.get_destination_page_number(line) for item in reader.outline if isinstance(item, list) for line in item]
    assert (len(reader.pages), sections, pages) == (7, ["7А", "7Б"], [1, 3, 5])
    for person, page in zip(people, pages, strict=True):
        assert person.surname in reader.pages[page].extract_text()


def test_the_sheets_of_one_person_stay_as_they_are_printed(programme, print_all):
    person = MenteeRecordFactory(programme=programme, person__class_name="7Б").person

    job, reader = print_all([person])

    assert len(reader.pages) == 2
    assert person.surname in job.file.name
    assert job.file == job.parts.get().file


@pytest.mark.parametrize("classes", [("7А", "7Б", ""), ("7А",)])
def test_an_archive_has_a_file_for_each_person_by_class(programme, print_all, classes):
    people = [MenteeRecordFactory(programme=programme, person__class_name=name).person for name in classes]

    job, archive = print_all(people, form="zip")

    assert archive.namelist() == [
        f"{name or 'Взрослые участники'}/{one.full_name} ({one.pk}).pdf" for name, one in zip(classes, people, strict=True)
    ]
    for name, person in zip(archive.namelist(), people, strict=True):
        pages = PdfReader(BytesIO(archive.read(name))).pages
        assert len(pages) == 2
        assert person.surname in pages[0].extract_text()
    assert (job.file.name[-4:], job.file.content_type, job.done, job.total) == (".zip", "application/zip", 2 * len(people), 2 * len(people))


def test_a_stopped_archive_goes_on_where_it_was(curator, programme, monkeypatch):
    monkeypatch.setattr("participants.services.sheets.PEOPLE", 1)
    people = [MenteeRecordFactory(programme=programme).person for _number in range(2)]
    job = print_sheets(actor=curator, programme=programme, people=people, purposes=["processing"], request_key="k", form="zip")
    run(job.parts.get(place=1).pk)
    cancel(actor=curator, job=job)
    kept = job.parts.get(place=1).file

    repeat(actor=curator, job=Job.objects.get(pk=job.pk))
    run(job.parts.get(place=2).pk)
    run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.parts.get(place=1).file) == (JobState.DONE, kept)
