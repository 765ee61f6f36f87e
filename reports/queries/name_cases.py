"""Names and posts in grammatical cases; the school's own spelling comes first."""

from functools import cached_property

from mentoring.common.names import search_key
from reports.enums import NameCase
from reports.models import NameForms
from reports.queries.person_names import decline_name
from reports.queries.post_cases import decline_post


def lower_first(text: str) -> str:
    """«Учитель физики» → «учитель физики»; an abbreviation stays."""
    return text if not text or text[1:2].isupper() else text[0].lower() + text[1:]


def in_case(text: str, case: str, *, is_post: bool = False) -> str:
    """For one name; a paper with many asks one `SchoolForms`."""
    return SchoolForms().in_case(text, case, is_post=is_post)


class SchoolForms:
    """How the school writes names and posts in cases, read once, when the first is asked for."""

    def in_case(self, text: str, case: str, *, is_post: bool = False) -> str:
        """«Петрова Мария Ильинична» → «Петрову Марию Ильиничну», «Завуч» → «Завуча»."""
        own = self._own.get(search_key(text))
        if own is None or not getattr(own, case):
            return decline_post(text, case) if is_post else decline_name(text, case)
        return _like(text, getattr(own, case)) if is_post else getattr(own, case)

    def spelled(self, text: str) -> list[str]:
        """What the school has written itself."""
        own = self._own.get(search_key(text))
        return [getattr(own, case) for case in NameCase if getattr(own, case)] if own else []

    @cached_property
    def _own(self) -> dict[str, NameForms]:
        """«Семёнов» is «Семенов», «Завуч» is «завуч», and spaces do not count."""
        return {search_key(row.nominative): row for row in NameForms.objects.all()}


def _like(text: str, found: str) -> str:
    """A post begins as the paper needs it, not as somebody has typed its cases."""
    return lower_first(found) if text[0].islower() else found[0].upper() + found[1:]
