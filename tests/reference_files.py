"""What the tests of reference data ask of a file."""

from collections import Counter
from string import Formatter

from mentoring.common.reference import load

FORMS = ["pupil_pupil", "teacher_teacher", "student_pupil", "employer_pupil", "employer_student", "teacher_pupil"]


def acts_by_code():
    return {act["code"]: act for act in load("programmes/presets/acts.toml")["act"]}


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


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}
