"""Three presets of programmes hold together: what they name exists, their stages and terms are in order."""

import pytest

from mentoring.common.reference import load
from tests.reference_files import FORMS, acts_by_code, assert_unique, codes

PRESETS = ["target_model", "by_forms", "teacher_pupil"]
STAGES = [
    "Подготовка условий для запуска программы наставничества",
    "Формирование базы наставляемых",
    "Формирование базы наставников",
    "Отбор и обучение наставников",
    "Формирование наставнических пар или групп",
    "Организация работы наставнических пар или групп",
    "Завершение программы наставничества",
]


def preset(code):
    return load(f"programmes/presets/{code}.toml")


@pytest.mark.parametrize("code", PRESETS)
def test_preset_names_what_exists(code):
    content = preset(code)
    models = {
        model["code"]
        for form in load("programmes/presets/forms.toml")["form"]
        for model in form["role_model"]
        if form["code"] in content["forms"]
    }

    assert content["code"] == code
    assert content["forms"]
    assert set(content["forms"]) <= set(FORMS)
    assert content["kinds"]
    assert set(content["kinds"]) <= set(codes(load("programmes/presets/kinds.toml")["kind"]))
    assert content["acts"]
    assert set(content["acts"]) <= set(acts_by_code())
    assert set(content.get("role_models", [])) <= models


@pytest.mark.parametrize("code", PRESETS)
def test_preset_has_the_seven_stages_in_order(code):
    stages = preset(code)["stage"]

    assert [stage["number"] for stage in stages] == [1, 2, 3, 4, 5, 6, 7]
    assert [stage["title"] for stage in stages] == STAGES
    assert_unique(codes(stages))


@pytest.mark.parametrize("code", PRESETS)
def test_measures_have_a_term_inside_the_programme(code):
    content = preset(code)

    assert_unique(measure["code"] for stage in content["stage"] for measure in stage["measure"])
    for stage in content["stage"]:
        for measure in stage["measure"]:
            assert measure["code"].startswith(f"{stage['number']}.")
            assert measure["text"]
            assert measure["result"]
            assert measure["responsible"]
            assert "document" in measure
            if "recurrence" in measure:
                assert measure["recurrence"] == "Ежегодно"
                assert "month_from" not in measure
                assert "month_to" not in measure
            else:
                assert 0 <= measure["month_from"] <= measure["month_to"] < content["duration_months"]


@pytest.mark.parametrize("code", PRESETS)
def test_stages_do_not_start_before_the_stage_that_feeds_them(code):
    """A base cannot be ready before its questionnaires, pairs not before both bases, the close not before the work."""
    starts = [min(m["month_from"] for m in stage["measure"] if "month_from" in m) for stage in preset(code)["stage"][:6]]

    assert starts == sorted(starts)


def test_target_model_carries_the_measures_of_the_roadmap():
    assert [len(stage["measure"]) for stage in preset("target_model")["stage"]] == [12, 3, 3, 4, 4, 7, 4]


@pytest.mark.parametrize("code", PRESETS)
def test_bases_stand_in_their_own_stages(code):
    stages = {stage["code"]: stage["measure"] for stage in preset(code)["stage"]}

    assert any("База наставляемых" in measure["result"] for measure in stages["mentee_base"])
    assert any("База наставников" in measure["result"] for measure in stages["mentor_base"])
    assert not any("База наставников" in measure["result"] for measure in stages["mentee_base"])
    assert not any("База наставляемых" in measure["result"] for measure in stages["mentor_base"])


def test_teacher_pupil_preset_lasts_two_school_years_and_is_self_directed():
    content = preset("teacher_pupil")

    assert (content["forms"], content["kinds"], content["duration_months"]) == (["teacher_pupil"], ["self_directed"], 21)


@pytest.mark.parametrize("code", PRESETS)
def test_every_risk_has_an_answer(code):
    assert all(risk["text"] and risk["answers"] for risk in preset(code)["risk"])
