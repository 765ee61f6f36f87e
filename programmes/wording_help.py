"""What a careful secretary would say of a text, and the list of what may stand in braces; for pages."""

from django.utils.translation import gettext as _

from mentoring.common.wording.placeholders import names_in
from programmes.queries.citations import citation_remarks


def remarks_on_lines(*parts: tuple[list[str], dict[str, str]], typed: dict | None = None) -> list[str]:
    """Wrong requisites of acts, placeholders that Tandem does not know. Each of `parts`: lines, and the placeholders that they may have."""
    unknown = {name for lines, known in parts for line in lines for name in names_in(line) if name not in known}
    found = citation_remarks(*(line for lines, _known in parts for line in lines), *_typed_lines(typed or {}))
    remarks = [_("“%(found)s”: write %(right)s.") % remark._asdict() for remark in found]
    told = _("{%(name)s} is not a placeholder of Tandem and will print as it stands.")
    return [*remarks, *[told % {"name": name} for name in sorted(unknown)]]


def _typed_lines(typed: dict) -> list[str]:
    values = [value if isinstance(value, list) else [value] for value in typed.values()]
    return [line for lines in values for line in lines if isinstance(line, str)]


def placeholder_rows(lines: list[str], known: dict[str, str]) -> list[tuple[str, str]]:
    used = set().union(*map(names_in, lines))
    return [(f"{{{name}}}", known[name]) for name in sorted(known, key=lambda name: (name not in used, name))]
