"""One school year in a real browser: curator → director → mentor → administration."""

import json

import pytest

from mentoring.common.clock import today
from tests.stories.administration import Administration
from tests.stories.cast import WRONG_DATE, Cast
from tests.stories.curator import Curator
from tests.stories.director import Director
from tests.stories.keyboard import KeyboardDirector
from tests.stories.mentor import Mentor
from tests.stories.papers import sheets_of, text_of_pdf

pytestmark = pytest.mark.browser

REMARK = "Укажите, пожалуйста, время встреч группы."


def open_school(tandem) -> dict:
    names = ("--full-name", "Муниципальное общеобразовательное учреждение «Школа у озера»", "--short-name", "Школа у озера")
    place = ("--place", "г. Светлоозёрск", "--founder", "Администрация города Светлоозёрска")
    people = ("--director", "Громова Ольга Ивановна", "--administrator", "Тихая Анна Львовна", "--login", "zavuch")
    opened = json.loads(tandem.manage("open_school", *names, *place, *people))
    return {"login": opened["login"], "password": opened["password"]}


@pytest.mark.first
def test_a_school_lives_through_its_mentoring_year(empty_tandem, enter, tmp_path):
    cast = Cast(today())
    sheets = cast.write_sheets(tmp_path)
    administration = enter(Administration, empty_tandem, **open_school(empty_tandem))
    curator = enter(Curator, empty_tandem, **administration.when_i_give_an_account("curator", "Миронова", "Вера", "Павловна"))
    director = enter(Director, empty_tandem, **administration.when_i_give_an_account("director", "Громова", "Ольга", "Ивановна"))

    curator.when_i_create_a_programme("Рядом")
    curator.then_it_has_seven_stages("Рядом")

    curator.when_i_upload("mentees", sheets["faulty"])
    curator.then_i_am_told_each_wrong_cell((3, WRONG_DATE), (7, cast.mentees[0]["name"]))
    curator.then_nothing_was_written()
    curator.when_i_upload("mentees", sheets["mentees"])
    curator.then_i_write_them(5)
    curator.when_i_upload("mentors", sheets["mentors"])
    curator.then_i_write_them(3)
    curator.when_i_record_consents_of_everybody()
    curator.then_nobody_lacks_a_consent()

    curator.then_the_kind_follows(cast.group)
    for tandem in cast.tandems:
        curator.when_i_propose(tandem)
    curator.then_the_pairs_are("Proposed", 3)
    for tandem in cast.tandems:
        curator.when_i_record_agreements(tandem)
    curator.then_the_pairs_are("Agreed", 3)
    curator.when_i_prepare_the_order()
    curator.when_i_send_the_order()

    director.when_i_open_the_waiting_order()
    director.then_i_read_it_as_it_will_print("Школа у озера", "О. И. Громова")
    director.when_i_return_it(REMARK)
    curator.when_i_open_the_returned_order()
    curator.then_i_read_the_remark(REMARK)
    curator.when_i_send_the_order()
    director.when_i_open_the_waiting_order()
    director.when_i_sign_it()
    order = text_of_pdf(director.then_i_download_the_pdf(tmp_path))
    assert "Рядом" in order
    assert all(row["name"].split()[0][:4] in order for row in cast.mentors + cast.mentees)
    curator.then_the_pairs_are("Active", 3)

    account = curator.when_i_give_the_mentor_an_account(cast.group.mentor["name"], "nastavnik")
    mentor = enter(Mentor, empty_tandem, **account)
    hand = mentor.when_i_log_a_meeting()
    assert hand == {"taps": 3, "keys": 0}

    curator.when_i_open_questionnaires("entry")
    mentor.when_i_answer_my_questionnaire(6)
    mentor.then_i_am_thanked()
    for row in cast.mentees:
        curator.when_i_enter_the_paper_of(row["name"], 5)
    curator.when_i_close_the_questionnaires()
    curator.when_i_mark_the_indicators(2, 2, 2, 2, 1, 2, 1, 2, 1)
    curator.then_the_sum_follows_my_marks(15)
    curator.then_i_see_the_level(15, "Оптимальный")
    curator.when_i_open_questionnaires("exit")
    mentor.when_i_answer_my_questionnaire(8)
    for row in cast.mentees:
        curator.when_i_enter_the_paper_of(row["name"], 7)
    curator.open_monitoring()
    curator.follow("Entry → exit")
    curator.then_i_see_the_change("Вовлечённость в учёбу", "5,0", "7,0", "improved")
    curator.then_i_see_the_change("Тревожность", "5,0", "7,0", "worse", lower_is_better=True)

    administration.when_i_ask_for_the_report("Report as PDF")
    report = text_of_pdf(administration.then_i_download_it(tmp_path))
    assert "Рядом" in report
    administration.when_i_ask_for_the_report("Report as XLSX")
    assert sheets_of(administration.then_i_download_it(tmp_path))


def test_the_key_steps_need_no_scripts(demonstration, enter):
    curator = enter(Curator, demonstration(), "curator", java_script_enabled=False)
    curator.when_i_propose_somebody_who_waits("Учитель – ученик")
    curator.then_the_pair_is_proposed()

    mentor = enter(Mentor, demonstration(), "mentor", java_script_enabled=False)
    mentor.when_i_log_a_meeting()
    mentor.then_the_meeting_is_logged()


def test_a_director_signs_with_the_keyboard_alone(demonstration, enter):
    director = enter(KeyboardDirector, demonstration(), "director")
    director.when_i_sign_the_waiting_order()
    director.then_it_is_signed()
    assert director.taps() == 0


def test_work_waits_for_the_worker_and_says_so(demonstration, enter, tmp_path):
    administration = enter(Administration, demonstration(), "admin")
    administration.when_i_ask_for_the_report("Report as XLSX")
    administration.then_i_am_told_that_it_waits()

    demonstration().work()
    administration.then_it_is_done_by_itself()
    assert sheets_of(administration.then_i_download_it(tmp_path))
