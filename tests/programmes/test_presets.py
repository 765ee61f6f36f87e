"""The reference data of all apps holds together: codes, orders of things, citations, letters."""

import datetime
import re
from collections import Counter
from string import Formatter

import pytest

from mentoring.common.reference import ROOT, load
from programmes.enums import PersonKind

PRESETS = ["target_model", "by_forms", "teacher_pupil"]
FORMS = ["pupil_pupil", "teacher_teacher", "student_pupil", "employer_pupil", "employer_student", "teacher_pupil"]
STAGES = [
    "Подготовка условий для запуска программы наставничества",
    "Формирование базы наставляемых",
    "Формирование базы наставников",
    "Отбор и обучение наставников",
    "Формирование наставнических пар или групп",
    "Организация работы наставнических пар или групп",
    "Завершение программы наставничества",
]
FILES = sorted(
    str(path.relative_to(ROOT))
    for folder in ["programmes/presets", "monitoring/instruments", "participants/texts", "reports/texts", "reports/rehearsal"]
    for path in (ROOT / folder).glob("*.toml")
)


def preset(code):
    return load(f"programmes/presets/{code}.toml")


def codes(items):
    return [item["code"] for item in items]


def assert_unique(values):
    assert [value for value, count in Counter(values).items() if count > 1] == []


def strings(value, key=""):
    """Every text of a file with the key that it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, key)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from strings(item, name)


def folded(heading):
    """A heading as an import compares it."""
    return re.sub(r"\W+", " ", heading.lower().replace("ё", "е")).strip()


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.fixture(scope="module")
def forms():
    return load("programmes/presets/forms.toml")["form"]


@pytest.fixture(scope="module")
def acts():
    return {act["code"]: act for act in load("programmes/presets/acts.toml")["act"]}


# --- every file


@pytest.mark.parametrize("path", FILES)
def test_file_says_where_it_comes_from(path):
    assert load(path)["source"].strip()


@pytest.mark.parametrize("path", FILES)
def test_words_do_not_mix_latin_and_cyrillic_letters(path):
    mixed = re.compile(r"[A-Za-z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][A-Za-z]|\b[A-Za-z]-145|[A-Za-z]{2}-42/02")

    found = [text for key, text in strings(load(path)) if key != "pattern" and mixed.search(text)]

    assert found == []


@pytest.mark.parametrize("path", FILES)
def test_texts_cite_acts_with_their_right_requisites(path):
    for key, text in strings(load(path)):
        if key in {"pattern", "right"}:
            continue
        if "Р-145" in text and re.search(r"\d\d\.\d\d\.\d{4}", text):
            assert "25.12.2019 № Р-145" in text
        if "МР-42/02" in text and re.search(r"\d\d\.\d\d\.\d{4}", text):
            assert "23.01.2020 № МР-42/02" in text
        for trap in load("programmes/presets/acts.toml")["trap"]:
            assert not re.search(trap["pattern"], text), trap["right"]


# --- acts


def test_acts_carry_exact_requisites(acts):
    requisites = {code: (act["kind"], act["date"], act["number"]) for code, act in acts.items()}

    assert requisites["r145"] == ("распоряжение", datetime.date(2019, 12, 25), "Р-145")
    assert requisites["mr42"] == ("письмо", datetime.date(2020, 1, 23), "МР-42/02")
    assert requisites["az1128"] == ("письмо", datetime.date(2021, 12, 21), "АЗ-1128/08/657")
    assert requisites["concept_2030"] == ("распоряжение", datetime.date(2025, 5, 21), "1264-р")
    assert requisites["separate_consents"] == ("федеральный закон", datetime.date(2025, 6, 24), "156-ФЗ")
    assert acts["r145"]["nominative"] == "распоряжение Минпросвещения России от 25.12.2019 № Р-145"
    assert acts["mr42"]["nominative"] == "письмо Минпросвещения России от 23.01.2020 № МР-42/02"
    assert acts["labour_351_8"]["nominative"] == "ст. 351.8 ТК РФ"


@pytest.mark.parametrize("case", ["nominative", "genitive", "instrumental"])
def test_every_case_of_an_act_keeps_its_number_and_date(acts, case):
    for act in acts.values():
        assert act["number"] in act[case]
        if act["kind"] != "статья":
            assert f"{act['date']:%d.%m.%Y} № {act['number']}" in act[case]


@pytest.mark.parametrize(
    "wrong",
    [
        "распоряжение № \N{LATIN CAPITAL LETTER P}-145",
        "распоряжение от 25.12.2019 № 145-р",
        "от 24.12.2019",
        "постановлением Минпросвещения России № Р-145",
        "ст. 358.1 ТК РФ",
    ],
)
def test_trap_finds_a_misprint_met_in_documents(wrong):
    assert any(re.search(trap["pattern"], wrong) for trap in load("programmes/presets/acts.toml")["trap"])


# --- forms and kinds


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


# --- presets


@pytest.mark.parametrize("code", PRESETS)
def test_preset_names_what_exists(code, forms, acts):
    content = preset(code)
    models = {model["code"] for form in forms for model in form["role_model"] if form["code"] in content["forms"]}

    assert content["code"] == code
    assert content["forms"]
    assert set(content["forms"]) <= set(FORMS)
    assert content["kinds"]
    assert set(content["kinds"]) <= set(codes(load("programmes/presets/kinds.toml")["kind"]))
    assert content["acts"]
    assert set(content["acts"]) <= set(acts)
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


# --- indicators


def test_indicator_sheet_has_nine_rows_under_three_criteria():
    content = load("monitoring/instruments/indicators.toml")
    rows = [indicator for criterion in content["criterion"] for indicator in criterion["indicator"]]

    assert [len(criterion["indicator"]) for criterion in content["criterion"]] == [5, 2, 2]
    assert [row["number"] for row in rows] == list(range(1, 10))
    assert_unique(codes(rows))
    assert [mark["value"] for mark in content["mark"]] == [2, 1, 0]


def test_levels_cover_every_sum_once():
    content = load("monitoring/instruments/indicators.toml")
    levels = {level["code"]: (level["from"], level["to"]) for level in content["level"]}

    assert levels == {"optimal": (15, 18), "acceptable": (9, 14), "unacceptable": (0, 8)}
    assert [level["title"] for level in content["level"]] == ["оптимальный", "допустимый", "недопустимый"]
    covered = [total for low, high in levels.values() for total in range(low, high + 1)]
    assert sorted(covered) == list(range(content["sum_min"], content["sum_max"] + 1))


# --- questionnaires


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


# --- orders and consents


def test_orders_use_listed_placeholders_only():
    content = load("reports/texts/orders.toml")
    known = set(codes(content["placeholder"]))

    assert_unique(codes(content["placeholder"]))
    used = {name for key, text in strings(content) if key != "meaning" for name in placeholders(text)}
    assert used - known == set()


def test_orders_cite_acts_and_command(acts):
    content = load("reports/texts/orders.toml")

    assert codes(content["order"])[:2] == ["pairing", "introduction"]
    assert_unique(codes(content["order"]))
    assert content["command"] == "ПРИКАЗЫВАЮ:"
    for order in content["order"]:
        preamble = " ".join(order["preamble"])
        assert all(acts[code]["instrumental"] in preamble for code in order["acts"])
        assert [appendix["number"] for appendix in order["appendix"]] == order["appendices"]
        assert order["item"]
        assert not order["title"].endswith(".")


def test_pairing_order_lists_the_pairs_in_eight_columns():
    order = load("reports/texts/orders.toml")["order"][0]

    assert [column["heading"] for column in order["appendix"][0]["columns"]] == [
        "№",
        "Наставник",
        "Должность, класс",
        "Наставляемый (наставляемые)",
        "Класс, должность",
        "Форма",
        "Ролевая модель",
        "Срок",
    ]


def test_consents_have_one_sheet_per_purpose_and_signer():
    content = load("participants/texts/consents.toml")
    known = set(codes(content["placeholder"]))

    assert codes(content["consent"]) == ["processing", "publication", "participation", "mentor_agreement", "special_category"]
    for consent in content["consent"]:
        assert [variant["signer"] for variant in consent["variant"]] == consent["signers"]
        assert set(consent["signers"]) <= {"adult", "guardian", "both_from_14"}
        assert consent["validity"]["text"]
        assert consent["withdrawal"]
        assert consent["version"]
        used = {name for key, text in strings(consent) for name in placeholders(text)}
        assert used - known == set()


def test_consents_to_data_name_what_the_law_asks_for():
    content = load("participants/texts/consents.toml")

    assert codes(content["requisite"]) == [
        "subject",
        "guardian",
        "operator",
        "purpose",
        "data",
        "processor",
        "actions",
        "term",
        "signature",
    ]
    for consent in content["consent"]:
        if consent["code"] in {"processing", "publication", "special_category"}:
            assert consent["data"]
            assert consent["actions"]
            assert consent["purpose"]
            assert consent["methods"]
        for variant in consent["variant"]:
            text = " ".join(variant["text"])
            assert "{subject}" in text
            assert ("{guardian}" in text) == (variant["signer"] != "adult")


# --- the two bases


@pytest.mark.parametrize("base, count", [("mentees", 12), ("mentors", 15)])
def test_base_keeps_the_recommended_columns_first(base, count):
    columns = next(each for each in load("participants/texts/columns.toml")["base"] if each["code"] == base)["column"]

    assert [column.get("extra", False) for column in columns] == [False] * count + [True] * (len(columns) - count)
    assert [column["code"] for column in columns if column["required"]] == ["name"]


def test_no_heading_or_synonym_names_two_columns():
    for base in load("participants/texts/columns.toml")["base"]:
        assert_unique(codes(base["column"]))
        assert_unique(word for column in base["column"] for word in {folded(each) for each in [column["heading"], *column["synonyms"]]})
        assert {column["kind"] for column in base["column"]} <= {"text", "date", "integer", "person", "persons"}


def test_choices_know_every_kind_of_person():
    choices = {choice["code"]: choice["values"] for choice in load("participants/texts/columns.toml")["choice"]}

    assert codes(choices["person_kind"]) == PersonKind.values
    assert_unique(word for value in choices["person_kind"] for word in value["words"])
    for base in load("participants/texts/columns.toml")["base"]:
        assert {column["choices"] for column in base["column"] if "choices" in column} <= set(choices)


# --- invented people


def test_demonstration_has_names_for_far_more_people_than_a_year_needs():
    content = load("reports/rehearsal/names.toml")

    for pool in ["surnames", "male_names", "female_names", "fathers"]:
        assert_unique(str(entry) for entry in content[pool])
    assert len(content["surnames"]) >= 120
    assert min(len(content["male_names"]), len(content["female_names"]), len(content["fathers"])) >= 25


def test_demonstration_speaks_for_every_role_model(forms):
    roles = load("reports/rehearsal/names.toml")["role"]

    told = [(role["form"], role["role_model"]) for role in roles]

    assert sorted(told) == sorted((form["code"], model["code"]) for form in forms for model in form["role_model"])
    assert all(role["request"] and role["competence"] and role["topics"] for role in roles)
