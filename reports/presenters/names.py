"""Names and posts with their cases, for the page that corrects them."""

from reports.enums import NameCase
from reports.queries.drafted_names import Reading, in_all_cases
from reports.queries.name_cases import SchoolForms


def name_cards(readings: list[Reading], forms: SchoolForms) -> list[dict]:
    """`cases`: (case, the name in it) in the order of the grammar, the nominative being the heading."""
    return [reading._asdict() | {"cases": _cases(reading.text, forms)} for reading in readings]


def _cases(text: str, forms: SchoolForms) -> list[tuple]:
    found = in_all_cases(text, forms)
    return [(NameCase(case).label, words) for case, words in found.items()]
