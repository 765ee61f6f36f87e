import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from programmes.models import Form, Measure, Programme, RoleModel, SchoolYear, Stage
from programmes.queries.presets import presets
from programmes.services import create_programme

SEPTEMBER, MAY, AUGUST = datetime.date(2026, 9, 1), datetime.date(2027, 5, 31), datetime.date(2027, 8, 31)


def create(actor, **changes):
    words = {"preset": "target_model", "title": "Вместе", "starts_on": SEPTEMBER, "ends_on": AUGUST} | changes
    return create_programme(actor=actor, **words)


def test_a_programme_has_seven_stages_with_their_measures(curator):
    programme = create(curator)

    assert [stage.number for stage in programme.stages.all()] == [1, 2, 3, 4, 5, 6, 7]
    assert all(stage.measures.exists() for stage in programme.stages.all())
    assert programme.aims
    assert programme.year == SchoolYear.objects.get(starts_on=SEPTEMBER, ends_on=AUGUST)
    assert AuditEvent.objects.get().name == "programme.created"


@pytest.mark.parametrize("code", [preset["code"] for preset in presets()])
def test_every_preset_makes_a_programme(curator, code):
    programme = create(curator, preset=code)

    assert programme.forms.exists()
    assert Measure.objects.filter(stage__programme=programme).exists()


def test_terms_are_whole_months_inside_the_programme(curator):
    programme = create(curator, starts_on=datetime.date(2026, 9, 15), ends_on=datetime.date(2026, 12, 20))

    dated = Measure.objects.filter(stage__programme=programme, recurrence="")
    assert {measure.starts_on for measure in dated} <= {
        datetime.date(2026, 9, 15),
        datetime.date(2026, 10, 1),
        datetime.date(2026, 11, 1),
        datetime.date(2026, 12, 1),
    }
    assert max(measure.ends_on for measure in dated) == datetime.date(2026, 12, 20)


def test_chosen_forms_replace_those_of_the_preset(curator):
    programme = create(curator, forms=["pupil_pupil"])

    assert [form.code for form in programme.forms.all()] == ["pupil_pupil"]


def test_dictionaries_are_copied_once_and_the_schools_words_stay(curator):
    create(curator)
    Form.objects.filter(code="pupil_pupil").update(title="Ученик помогает ученику")
    counts = Form.objects.count(), RoleModel.objects.count()

    create(curator, title="Вторая")

    assert (Form.objects.count(), RoleModel.objects.count()) == counts
    assert Form.objects.get(code="pupil_pupil").title == "Ученик помогает ученику"


@pytest.mark.parametrize(
    "wrong",
    [
        {"preset": "nobody"},
        {"title": "  "},
        {"ends_on": SEPTEMBER},
        {"forms": []},
        {"forms": ["unknown"]},
        {"ends_on": datetime.date(2040, 1, 1)},
    ],
)
def test_a_refused_programme_leaves_nothing_behind(curator, wrong):
    with pytest.raises(Refusal):
        create(curator, **wrong)

    assert not Programme.objects.exists()
    assert not Stage.objects.exists()
    assert not AuditEvent.objects.exists()


def test_the_same_title_in_the_same_year_is_refused(curator):
    create(curator)

    with pytest.raises(Refusal, match="Вместе"):
        create(curator)

    assert Programme.objects.count() == 1


def test_a_mentor_may_not_create_a_programme(mentor_actor):
    with pytest.raises(PermissionDenied):
        create(mentor_actor)
