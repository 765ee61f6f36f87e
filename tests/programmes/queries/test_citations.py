"""What is looked for in texts: requisites that real papers get wrong, and those that they get right."""

import re

import pytest

from mentoring.common import reference
from programmes.queries.citations import ACTS, citation_remarks

ALL = reference.load(ACTS)["act"]
NUMBERED = [act for act in ALL if act["kind"] != "статья"]
CASES = ("nominative", "instrumental", "genitive")

# Act → right spellings, wrong spellings.
SPELLINGS = {
    "r145": (
        [
            "№ Р-145 от 25 декабря 2019 г.",
            "от 25.12.2019 №Р-145",
            "распоряжение Министерства просвещения Российской Федерации от 25 декабря 2019 года № Р-145",
            "распоряжение от «25» декабря 2019 г. N Р‑145",
            "целевая модель (Р-145)",
            "приказ о введении модели по Р-145",
        ],
        [
            "№ Р-145 от 24 декабря 2019 г.",
            "№ Р-145 от 24.12.2018",
            "от 25 декабря 2018 г. № Р-145",
            "№ P-145 от 25.12.2019",
            "от 25.12.2019 № P-145",
            "Р-145 от 25.12.2018 года",
            "распоряжение от 25.12.2019 № 145-р",
            "постановление Министерства просвещения РФ № Р-145",
            "от 35.12.2019 № Р-145",
        ],
    ),
    "mr42": (
        ["№ МР-42/02 от 23 января 2020 г.", "письмо Минпросвещения России от 23.01.2020 № МР – 42/02"],
        ["№ MP-42/02 от 23.01.2020", "от 23.01.2021 № МР-42/02", "приказ Минпросвещения России от 23.01.2020 № МР-42/02"],
    ),
    "education_law": (
        ["№ 273-ФЗ от 29.12.2012", "от 29 декабря 2012 г. № 273-ФЗ «Об образовании»", "Закон от 29.12.2012 N 273-ФЗ"],
        ["№ 273-ФЗ от 29.12.2021", "от 29 ноября 2012 г. № 273-ФЗ", "от 29.12.2012 № 237-ФЗ", "от 29.12.2012 № 273-Ф3"],
    ),
    "mentoring_badge": (
        ["Указ Президента РФ «Об учреждении знака отличия» от 2 марта 2018 г. № 94", "Указ № 94 от 02.03.2018"],
        ["Указ Президента РФ от 3 марта 2018 г. № 94", "Указ № 94 от 02.03.2019", "Указ Президента РФ от 02.03.2018 № 49"],
    ),
    "az1128": (
        ["№ АЗ-1128/08/657 от 21 декабря 2021 года"],
        ["№ A3-1128/08/657 от 21.12.2021", "от 21.12.2020 № АЗ-1128/08/657", "от 21.12.2021 № АЗ-1128/08/675"],
    ),
    "concept_2030": (["№ 1264-р от 21 мая 2025 г."], ["№ 1264-p от 21.05.2025", "от 21.05.2024 № 1264-р", "от 21 мая 2025 г. № 1246-р"]),
    "labour_351_8": (["статьёй 351.8 Трудового кодекса", "ст. 351.1 ТК РФ"], ["ст. 358.1 ТК РФ", "статья 358.1", "ст. 351,8 ТК РФ"]),
    "personal_data_law": (["№ 152-ФЗ от 27 июля 2006 г."], ["№ 152-ФЗ от 27.06.2006", "от 27 июля 2016 г. № 152-ФЗ"]),
    "separate_consents": (["№ 156-ФЗ от 24 июня 2025 г."], ["№ 156-ФЗ от 24.06.2024", "от 24 июля 2025 г. № 156-ФЗ"]),
}  # fmt: skip


@pytest.mark.parametrize("act", ALL, ids=lambda act: act["code"])
def test_every_act_has_right_and_wrong_spellings(act):
    right, wrong = SPELLINGS[act["code"]]

    assert len(right) >= 1
    assert len(wrong) >= 2


@pytest.mark.parametrize("text", [text for right, _wrong in SPELLINGS.values() for text in right])
def test_a_right_spelling_raises_no_remark(text):
    assert citation_remarks(f"В соответствии с {text}, приказываю:") == []


@pytest.mark.parametrize("code, text", [(code, text) for code, (_right, wrong) in SPELLINGS.items() for text in wrong])
def test_a_wrong_spelling_raises_one_remark_with_the_right_requisites(code, text):
    nominative = next(act["nominative"] for act in ALL if act["code"] == code)

    assert [remark.right for remark in citation_remarks(f"В соответствии с {text}, приказываю:")] == [nominative]


@pytest.mark.parametrize("text", [
    "приказа управления образования от 29.08.2026 № 94",
    "приказ школы № 94 от 29.08.2026",
    "Школа № 94, письмо от 02.03.2018",
    "протокол от 24.12.2019 № 3",
    "занятие 24.12.2019",
    "распоряжение Правительства от 01.02.2024 № 145-р",
    "приказом введён порядок по 273-ФЗ",
    "ст. 358.1 НК РФ",
    "родился 25.12.2019, д. 145",
])  # fmt: skip
def test_what_is_no_act_of_the_list_raises_no_remark(text):
    assert citation_remarks(text) == []


@pytest.mark.parametrize("act", NUMBERED, ids=lambda act: act["code"])
@pytest.mark.parametrize("case", CASES)
def test_the_exact_requisites_raise_no_remark(act, case):
    assert citation_remarks(act[case], f"по {act[case]}; и {act[case]}.") == []


@pytest.mark.parametrize("act", NUMBERED, ids=lambda act: act["code"])
@pytest.mark.parametrize("case", CASES)
def test_any_other_digit_raises_the_remark(act, case):
    text = act[case]
    changed = [text[: found.start()] + digit + text[found.end() :] for found in re.finditer(r"\d", text) for digit in "0123456789"]

    silent = [one for one in changed if one != text and [remark.right for remark in citation_remarks(one)] != [act["nominative"]]]

    assert silent == []


def test_lines_do_not_run_into_each_other():
    assert citation_remarks("от 24.12.2019", "№ Р-145") == []
