from mentoring.common.reference import load
from tests.reference_files import assert_unique, codes


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
