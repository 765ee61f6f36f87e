import pytest

from mentoring.common.quotes import in_quotes


@pytest.mark.parametrize(
    "text, quoted",
    [
        ("О замене наставника", "«О замене наставника»"),
        ("Об организации «Школы наставников»", "«Об организации „Школы наставников“»"),
    ],
)
def test_a_title_has_one_pair_of_quotation_marks_inside_another(text, quoted):
    assert in_quotes(text) == quoted
