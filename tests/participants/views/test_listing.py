import datetime
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django_scopes import scope

from accounts.enums import Role
from mentoring.common.clock import today
from participants.services import withdraw_consent
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import ProgrammeFactory

MENTEES, MENTORS = "participants:mentees", "participants:mentors"


@pytest.fixture
def names(sign_in, curator):
    """Call it with the name of a list and filters: surnames of the shown rows."""

    def ask(name, actor=curator, **filters):
        page = sign_in(actor).get(reverse(name), filters)
        assert page.status_code == 200
        return [row["object"].person.surname for row in page.context["rows"]]

    return ask


def mentee(programme, surname, **person):
    return MenteeRecordFactory(programme=programme, person__surname=surname, **{f"person__{key}": value for key, value in person.items()})


@pytest.mark.parametrize("q", ["ёлк", "ЕЛК", "лкина вер"])
def test_a_part_of_the_name_is_found_in_any_case_and_without_yo(names, programme, q):
    mentee(programme, "Ёлкина")
    mentee(programme, "Соснова")

    assert names(MENTEES, q=q) == ["Ёлкина"]


def test_filters_by_programme_readiness_class_and_who(names, programme, school):
    mentee(programme, "Первова", ready=True)
    mentee(programme, "Второва", class_name="8А")
    mentee(ProgrammeFactory(school=school), "Третьева", teacher=True)

    assert names(MENTEES, readiness="ready") == ["Первова"]
    assert names(MENTEES, readiness="lacks") == ["Второва", "Третьева"]
    assert names(MENTEES, class_name="8 а") == ["Второва"]
    assert names(MENTEES, kind="teacher") == ["Третьева"]
    assert names(MENTEES, programme=programme.pk) == ["Второва", "Первова"]


def test_a_withdrawn_consent_shows_at_once(names, programme, curator):
    row = mentee(programme, "Первова", ready=True)
    withdraw_consent(actor=curator, consent=row.person.consents.first(), withdrawn_on=today())

    assert names(MENTEES, readiness="ready") == []


def test_free_and_paired_are_told_apart(names, programme):
    from tests.factories.pairs import PairFactory  # noqa: PLC0415 - a room to the right, only for this test

    mentor = MentorRecordFactory(programme=programme, person__surname="Наставникова")
    paired, waiting = mentee(programme, "Парная"), mentee(programme, "Ждущая")
    PairFactory(programme=programme, mentor=mentor, mentees=[paired], group=0)

    assert names(MENTEES, paired="paired") == [paired.person.surname]
    assert names(MENTEES, paired="free") == [waiting.person.surname]
    assert names(MENTORS, places="full") == ["Наставникова"]
    assert names(MENTORS, places="free") == []


def test_a_class_teacher_sees_the_own_class_and_nothing_sensitive(sign_in, names, programme, give_role):
    teacher = give_role(Role.CLASS_TEACHER, class_name="7Б")
    own = mentee(programme, "Своева")
    own.request = "тайная просьба"
    own.save(update_fields=["request"])
    mentee(programme, "Чужова", class_name="8А")

    assert names(MENTEES, actor=teacher) == ["Своева"]
    assert "тайная просьба" not in sign_in(teacher).get(reverse(MENTEES)).text
    assert sign_in(teacher).get(reverse(MENTORS)).status_code == 403


def test_another_schools_people_are_not_in_the_list(names, programme, other_school):
    mentee(programme, "Своева")
    with scope(school=other_school):
        foreign = mentee(ProgrammeFactory(school=other_school), "Чужова")

    assert names(MENTEES) == ["Своева"]
    assert foreign.person.surname not in names(MENTEES, programme=foreign.programme_id)


def test_empty_lists_say_different_things(sign_in, curator, director, programme):
    nothing_yet = sign_in(curator).get(reverse(MENTEES)).text
    for_reader = sign_in(director).get(reverse(MENTEES)).text
    mentee(programme, "Своева")
    nothing_found = sign_in(curator).get(reverse(MENTEES), {"q": "никто"}).text

    assert reverse("participants:import") in nothing_yet
    assert reverse("participants:import") not in for_reader
    assert 'class="chips"' in nothing_found


def test_a_filter_that_finds_nothing_says_which_condition_to_give_up(sign_in, curator, programme):
    mentee(programme, "Своева", class_name="7Б")
    client = sign_in(curator)

    page = client.get(reverse(MENTEES), {"q": "Своева", "class_name": "8А"}).text
    one = client.get(reverse(MENTEES), {"class_name": "8А"}).text

    assert "без «Класс: 8А» — 1 запись" in page
    assert "без «Часть имени" not in page
    assert "Уберите одно условие" not in one


def test_nobody_waits_in_a_programme_that_is_over(sign_in, curator, school):
    over = ProgrammeFactory(school=school, starts_on=datetime.date(2025, 9, 1), ends_on=datetime.date(2026, 5, 31))
    mentee(over, "Бывшева")

    page = sign_in(curator).get(reverse(MENTEES)).text
    answer = sign_in(curator).get(reverse(MENTEES), {"export": "xlsx"})
    cells = {cell.value for cell in openpyxl.load_workbook(BytesIO(answer.getvalue())).active[2]}

    assert "программа завершена" in page
    assert "ждёт" not in page.split("<tbody>")[1]
    assert "программа завершена" in cells
    assert "ждёт" not in cells


@pytest.mark.parametrize("name, factory", [(MENTEES, MenteeRecordFactory), (MENTORS, MentorRecordFactory)])
@pytest.mark.parametrize("count", [1, 30])
def test_a_base_takes_the_same_queries_for_one_row_and_for_thirty(
    sign_in, curator, programme, name, factory, count, django_assert_num_queries
):
    factory.create_batch(count, programme=programme, person__ready=True)
    client = sign_in(curator)

    with django_assert_num_queries(7):
        client.get(reverse(name))


def test_the_sheet_of_a_base_holds_the_filtered_rows(sign_in, curator, programme):
    mentee(programme, "Первова")

    response = sign_in(curator).get(reverse(MENTEES), {"export": "xlsx"})

    sheet = openpyxl.load_workbook(BytesIO(response.getvalue())).active
    response.close()
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["Первова Вера Петровна"]
