from collections import Counter

import pytest

from mentoring.common.reference import load
from tests.reference_files import FORMS, assert_unique, codes


@pytest.mark.parametrize("name", ["quality", "influence"])
def test_each_form_and_audience_has_exactly_one_questionnaire(name):
    questionnaires = load(f"monitoring/instruments/{name}.toml")["questionnaire"]

    found = Counter((form, each["audience"]) for each in questionnaires for form in each["forms"])

    assert found == Counter((form, audience) for form in FORMS for audience in ["mentor", "mentee"])
    for each in questionnaires:
        assert_unique(codes(each["item"]))
        for item in each["item"]:
            assert set(item.get("forms", each["forms"])) <= set(each["forms"])


def test_rated_quality_items_stand_in_twins_with_a_direction():
    for questionnaire in load("monitoring/instruments/quality.toml")["questionnaire"]:
        for item in questionnaire["item"]:
            assert item["kind"] in {"scale10", "yes_no", "single", "open"}
            assert "expected" in item or "actual" in item
            if item["kind"] == "scale10":
                assert item["expected"] != item["actual"]
                assert item["direction"] in {"higher", "lower"}
            if item.get("direction"):
                assert item["kind"] in {"scale10", "yes_no"}
            assert ("options" in item) == (item["kind"] == "single")


def test_quality_questionnaires_are_of_usable_length():
    for questionnaire in load("monitoring/instruments/quality.toml")["questionnaire"]:
        for form in questionnaire["forms"]:
            items = [item for item in questionnaire["item"] if form in item.get("forms", questionnaire["forms"])]
            assert sum("expected" in item for item in items) <= 20
            assert sum("actual" in item for item in items) <= 24
            assert sum(item.get("short", False) for item in items) == 10


def test_quality_questionnaires_say_what_satisfaction_is():
    content = load("monitoring/instruments/quality.toml")

    assert content["satisfied_from"] == 7
    for questionnaire in content["questionnaire"]:
        deciding = [item for item in questionnaire["item"] if item.get("satisfaction")]
        assert {item["kind"] for item in deciding} == {"scale10", "yes_no"}
        assert all("forms" not in item and item["short"] and item["direction"] == "higher" for item in deciding)


def test_influence_parameters_are_rated_and_know_which_way_is_better():
    content = load("monitoring/instruments/influence.toml")
    lower = {"anxiety", "burnout", "conflicts", "complaints", "fatigue"}

    for questionnaire in content["questionnaire"]:
        for item in questionnaire["item"]:
            assert item["kind"] == "scale10"
            assert item["direction"] == ("lower" if item["code"] in lower else "higher"), item["code"]
            assert item["title"]
            assert item["text"]
            assert item["low"]
            assert item["high"]


def test_observed_figures_know_scope_unit_and_direction():
    observations = load("monitoring/instruments/influence.toml")["observation"]
    lower = {"missed_lessons", "school_register", "police_register", "complaints"}

    assert_unique(codes(observations))
    for observation in observations:
        assert observation["scope"] in {"person", "programme"}
        assert observation["unit"]
        assert observation["direction"] == ("lower" if observation["code"] in lower else "higher")
        assert set(observation["forms"]) <= set(FORMS)
