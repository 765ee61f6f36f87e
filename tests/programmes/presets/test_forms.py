import pytest

from mentoring.common.reference import load
from programmes.enums import PersonKind
from tests.reference_files import FORMS, assert_unique, codes


@pytest.fixture(scope="module")
def forms():
    return load("programmes/presets/forms.toml")["form"]


def test_six_forms_stand_in_order(forms):
    assert codes(forms) == FORMS
    assert [form["code"] for form in forms if form["official"]] == FORMS[:5]


def test_forms_say_who_may_stand_on_each_side(forms):
    for form in forms:
        assert form["mentor_kinds"]
        assert set(form["mentor_kinds"]) <= set(PersonKind.values)
        assert form["mentee_kinds"]
        assert set(form["mentee_kinds"]) <= set(PersonKind.values)
        assert form["default_capacity"] >= 1
        for key in ["title", "purpose", "tasks", "mentor_portrait", "mentee_portrait", "expected_results"]:
            assert form[key], (form["code"], key)


def test_every_form_says_how_it_is_carried_out(forms):
    for form in forms:
        assert len(form["steps"]) >= 6
        assert all(step["stage"] and step["measures"] for step in form["steps"])


def test_everybody_whom_a_form_names_has_a_category(forms):
    people = {kind["code"]: kind for kind in load("programmes/presets/people.toml")["kind"]}

    assert set(people) == set(PersonKind.values)
    for side in ("mentor", "mentee"):
        assert [kind for form in forms for kind in form[f"{side}_kinds"] if not people[kind].get(side)] == []


def test_role_models_have_codes_of_their_own_across_forms(forms):
    assert_unique(model["code"] for form in forms for model in form["role_model"])


def test_three_forms_carry_the_role_models_of_the_school_programme(forms):
    titles = {form["code"]: [model["title"] for model in form["role_model"]] for form in forms}

    assert titles["pupil_pupil"] == [
        "Успевающий – неуспевающий",
        "Лидер – пассивный",
        "Равный – равному",
        "Адаптированный – неадаптированный",
    ]
    assert titles["teacher_teacher"][:4] == [
        "Опытный педагог – молодой специалист",
        "Опытный классный руководитель – молодой специалист",
        "Лидер педагогического сообщества – педагог, испытывающий проблемы",
        "Опытный предметник – неопытный предметник",
    ]
    assert titles["student_pupil"] == [
        "Студент – неуспевающий ученик",
        "Студент-лидер – равнодушный ученик",
        "Равный – равному",
        "Студент – ученик – автор проекта",
    ]


def test_nine_kinds_have_codes_and_facts():
    kinds = load("programmes/presets/kinds.toml")["kind"]

    assert codes(kinds) == ["traditional", "group", "virtual", "reverse", "situational", "speed", "short_term", "self_directed", "team"]
    assert all(kind["fact"] for kind in kinds)
    assert next(kind for kind in kinds if kind["code"] == "group")["mentees_min"] == 2
    assert next(kind for kind in kinds if kind["code"] == "speed")["meetings_max"] == 1
