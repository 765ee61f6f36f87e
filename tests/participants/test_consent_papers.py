import datetime

import pytest

from jobs.models import Job
from mentoring.common import storage
from mentoring.common.clock import pretend
from mentoring.common.papers import render_preview
from participants.consent_papers import TEMPLATE, _sheet, sheets_file_name
from participants.models import ConsentSheet
from participants.services import issue_sheets
from participants.tasks import consent_sheets
from tests.factories.participants import GuardianFactory, MenteeRecordFactory
from tests.factories.programmes import ProgrammeFactory


@pytest.fixture(autouse=True)
def autumn():
    with pretend(datetime.date(2026, 9, 10)):
        yield


@pytest.fixture
def programme(school):
    return ProgrammeFactory(school=school)


def printed(curator, programme, person, purpose="processing"):
    sheet = issue_sheets(actor=curator, programme=programme, people=[person], purposes=[purpose])[0]
    return render_preview(TEMPLATE, {"sheets": [_sheet(sheet, "https://school.example")]})


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


def test_the_job_prints_all_sheets_into_one_file(curator, school, programme):
    people = [MenteeRecordFactory(programme=programme, person__class_name="7Б").person for _turn in range(2)]
    sheets = issue_sheets(actor=curator, programme=programme, people=people, purposes=["processing", "participation"])
    job = Job.objects.create(
        school=school,
        kind="consent_sheets",
        title="Согласия",
        dedupe_key="k",
        created_by=curator,
        arguments={"sheets": [sheet.pk for sheet in sheets], "address": ""},
    )

    file = consent_sheets(job)

    with storage.open_stored(file.sha256) as content:
        assert content.read(8) == b"%PDF-1.7"
    assert file.name == sheets_file_name(sheets)
    assert "7Б" in file.name
