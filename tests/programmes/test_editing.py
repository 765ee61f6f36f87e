import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from programmes.enums import MeasureState
from programmes.models import Measure
from programmes.services import add_measure, edit_measure, edit_programme, remove_measure
from tests.factories.pairs import PairFactory
from tests.factories.programmes import FormFactory, MeasureFactory, ProgrammeFactory, StageFactory

WORDS = {"title": "Вместе", "aims": "Цель", "tasks": "", "expected_results": ""}
DAYS = {"starts_on": datetime.date(2026, 9, 1), "ends_on": datetime.date(2027, 5, 31)}
MEASURE = {"text": "Круглый стол", "starts_on": datetime.date(2026, 10, 1), "ends_on": datetime.date(2026, 10, 31), "recurrence": ""}


@pytest.fixture
def measure(programme):
    return MeasureFactory(stage=StageFactory(programme=programme, number=1))


def edit(actor, programme, **changes):
    facts = WORDS | DAYS | {"forms": list(programme.forms.all())} | changes
    return edit_programme(actor=actor, programme=programme, **facts)


def test_programme_takes_new_words_days_and_forms(curator, programme, school):
    student = FormFactory(school=school, code="student_pupil", title="Студент – ученик")

    edit(curator, programme, forms=[student])

    programme.refresh_from_db()
    assert (programme.title, programme.aims, programme.ends_on) == ("Вместе", "Цель", DAYS["ends_on"])
    assert list(programme.forms.all()) == [student]
    assert AuditEvent.objects.get().name == "programme.edited"


def test_programme_moved_into_another_school_year_belongs_to_it(curator, programme):
    edit(curator, programme, starts_on=datetime.date(2027, 9, 1), ends_on=datetime.date(2028, 5, 31))

    programme.refresh_from_db()
    assert str(programme.year) == "2027/2028"


def test_saving_the_same_again_writes_nothing(curator, programme):
    edit(curator, programme)
    edit(curator, programme)

    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"title": " "}, {"ends_on": datetime.date(2026, 8, 1)}, {"forms": []}], ids=str)
def test_programme_that_could_not_be_created_cannot_be_made_by_editing(curator, programme, wrong):
    with pytest.raises(Refusal):
        edit(curator, programme, **wrong)


def test_two_programmes_of_a_year_do_not_share_a_title(curator, programme, school):
    ProgrammeFactory(school=school, title="Вместе")

    with pytest.raises(Refusal):
        edit(curator, programme)


def test_form_that_pairs_work_in_stays(curator, school):
    pair = PairFactory(programme__school=school)
    other = FormFactory(school=school, code="student_pupil", title="Студент – ученик")

    with pytest.raises(Refusal):
        edit(curator, pair.programme, forms=[other])
    assert pair.form in pair.programme.forms.all()


def test_measure_is_added_at_the_end_and_changed(curator, measure):
    added = add_measure(actor=curator, stage=measure.stage, **MEASURE)
    edit_measure(actor=curator, measure=added, **MEASURE | {"recurrence": "Ежегодно", "responsible": "куратор"})

    added.refresh_from_db()
    assert added.position > measure.position
    assert (added.term, added.responsible, added.starts_on) == ("Ежегодно", "куратор", None)


@pytest.mark.parametrize("wrong", [{"text": ""}, {"ends_on": None}, {"ends_on": datetime.date(2026, 9, 1)}], ids=str)
def test_measure_without_words_or_term_is_refused(curator, measure, wrong):
    with pytest.raises(Refusal):
        add_measure(actor=curator, stage=measure.stage, **MEASURE | wrong)
    assert Measure.objects.count() == 1


def test_measure_that_has_begun_is_not_removed(curator, measure):
    measure.state = MeasureState.DONE
    measure.save(update_fields=["state"])

    with pytest.raises(Refusal):
        remove_measure(actor=curator, measure=measure)


def test_who_only_reads_changes_nothing(director, programme, measure):
    with pytest.raises(PermissionDenied):
        edit(director, programme)
    with pytest.raises(PermissionDenied):
        remove_measure(actor=director, measure=measure)


def test_curator_changes_a_measure_on_its_page_and_removes_it(sign_in, curator, measure):
    client, address = sign_in(curator), reverse("programmes:measure_edit", args=[measure.pk])

    response = client.post(address, {"text": "Собрание", "recurrence": "Ежегодно"})
    shown = client.get(measure.stage.programme.get_absolute_url()).content.decode()
    client.post(reverse("programmes:measure_remove", args=[measure.pk]))

    assert response.status_code == 302
    assert "Собрание" in shown
    assert not Measure.objects.exists()


def test_wrong_words_stay_in_the_form(sign_in, curator, programme):
    facts = {"title": "Новое имя", "starts_on": "2026-09-01", "ends_on": "2026-08-01", "forms": [form.pk for form in programme.forms.all()]}

    page = sign_in(curator).post(reverse("programmes:edit", args=[programme.pk]), facts).content.decode()

    assert "Новое имя" in page
    assert "Программа должна заканчиваться позже, чем начинается." in page
