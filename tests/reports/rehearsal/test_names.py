"""Invented people of the demonstration."""

from mentoring.common.reference import load
from tests.reference_files import assert_unique


def test_demonstration_has_names_for_far_more_people_than_a_year_needs():
    content = load("reports/rehearsal/names.toml")

    for pool in ["surnames", "male_names", "female_names", "fathers"]:
        assert_unique(str(entry) for entry in content[pool])
    assert len(content["surnames"]) >= 120
    assert min(len(content["male_names"]), len(content["female_names"]), len(content["fathers"])) >= 25


def test_demonstration_speaks_for_every_role_model():
    roles = load("reports/rehearsal/names.toml")["role"]
    forms = load("programmes/presets/forms.toml")["form"]

    told = [(role["form"], role["role_model"]) for role in roles]

    assert sorted(told) == sorted((form["code"], model["code"]) for form in forms for model in form["role_model"])
    assert all(role["request"] and role["competence"] and role["topics"] for role in roles)
