import pytest

from pairs.fitting import criteria
from pairs.fitting.criteria import ASIDE
from tests.pairs.fitting.people import mentee, mentor


def some(*items) -> frozenset:
    return frozenset(items)


@pytest.mark.parametrize(
    "name, asking, offering, value",
    [
        ("topics", {"topics": some("алгебра", "химия")}, {"topics": some("химия", "музыка")}, 500),
        ("topics", {"topics": some("алгебра")}, {"topics": some("химия")}, 0),
        ("topics", {"topics": some("алгебра")}, {}, None),
        ("topics", {"words": some("матем")}, {"words": some("матем", "физик")}, 800),
        ("topics", {"words": some("матем")}, {"words": some("музык")}, None),
        ("subject", {"kind": "teacher", "subjects": some("физика")}, {"kind": "teacher", "subjects": some("физика")}, 1000),
        ("subject", {"kind": "teacher", "subjects": some("физика")}, {"kind": "teacher", "subjects": some("химия")}, 0),
        ("subject", {"kind": "teacher"}, {"kind": "teacher", "subjects": some("химия")}, None),
        ("subject", {"subjects": some("физика")}, {"kind": "teacher", "subjects": some("физика")}, ASIDE),
        ("interests", {"interests": some("шахматы", "бег")}, {"interests": some("шахматы")}, 700),
        ("interests", {"interests": some("шахматы", "бег")}, {"interests": some("шахматы", "бег", "кино")}, 1000),
        ("interests", {"interests": some("бег")}, {"interests": some("кино")}, 0),
        ("interests", {"interests": some("бег")}, {}, None),
        ("traits", {"traits": some("спокойный", "весёлый")}, {"traits": some("спокойный")}, 500),
        ("traits", {}, {"traits": some("спокойный")}, None),
        ("classes", {"level": 6}, {"wished_levels": (5, 7)}, 1000),
        ("classes", {"level": 9}, {"wished_levels": (5, 7)}, 400),
        ("classes", {"level": 1}, {"wished_levels": (7, 9)}, 0),
        ("classes", {"level": None}, {"wished_levels": (5, 7)}, None),
        ("classes", {"kind": "teacher"}, {"wished_levels": (5, 7)}, ASIDE),
        ("distance", {"level": 7}, {"level": 9}, 1000),
        ("distance", {"level": 7}, {"level": 7}, 600),
        ("distance", {"level": 1}, {"level": 11}, 500),
        ("distance", {"level": 9}, {"level": 7}, 0),
        ("distance", {}, {"level": None}, None),
        ("distance", {}, {"kind": "student"}, ASIDE),
        ("experience", {}, {"kind": "teacher", "years": 7}, 700),
        ("experience", {"years": 3}, {"kind": "teacher", "years": 30}, 1000),
        ("experience", {"years": 9}, {"kind": "teacher", "years": 3}, 0),
        ("experience", {}, {"kind": "teacher"}, None),
        ("experience", {}, {"years": 3}, ASIDE),
    ],
)
def test_a_criterion(name, asking, offering, value):
    assert getattr(criteria, name)(mentee(**asking), mentor(**offering)) == value
