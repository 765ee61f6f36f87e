import datetime

import pytest

from tests.reference_files import acts_by_code


@pytest.fixture(scope="module")
def acts():
    return acts_by_code()


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
