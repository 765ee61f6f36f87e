import pytest
from django_scopes import scope

from participants.queries.sheets import read_code, sheet_of
from tests.factories.participants import ConsentSheetFactory

CODE = "ABCDE23456FGHJKMNPQR"


@pytest.mark.parametrize(
    "text",
    [CODE, "abcde-23456-fghjk-mnpqr", " ABCDE 23456 FGHJK MNPQR ", f"https://school.example/people/sheet/{CODE}/", "АВCDЕ23456FGHJКМNРQR"],
)
def test_a_code_is_read_however_it_is_written(text):
    assert read_code(text) == CODE


@pytest.mark.parametrize("text", ["", "ABCDE", CODE + "2", "ABCDE23456FGHJKMNPQ0", "%00", "../../etc"])
def test_what_is_no_code_means_nothing(text):
    assert read_code(text) == ""


def test_a_sheet_of_another_school_has_no_code_here(curator, other_school):
    with scope(school=other_school):
        sheet = ConsentSheetFactory(programme__school=other_school)

    assert sheet_of(curator, sheet.code) is None


def test_only_who_records_consents_opens_a_sheet(school, mentor_actor, curator):
    sheet = ConsentSheetFactory(programme__school=school)

    assert sheet_of(curator, sheet.spaced_code) == sheet
    assert sheet_of(mentor_actor, sheet.code) is None
