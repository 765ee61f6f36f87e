"""Names and posts in grammatical cases; the school's own spelling comes first."""

from reports.models import NameForms
from reports.queries.person_names import decline_name
from reports.queries.post_cases import decline_post


def lower_first(text: str) -> str:
    """«Учитель физики» → «учитель физики»; an abbreviation stays."""
    return text if not text or text[1:2].isupper() else text[0].lower() + text[1:]


def in_case(text: str, case: str, *, is_post: bool = False) -> str:
    """«Петрова Мария Ильинична» → «Петрову Марию Ильиничну»; the school's own spelling comes first."""
    own = NameForms.objects.filter(nominative=text).first()
    return (own and getattr(own, case)) or (decline_post(text, case) if is_post else decline_name(text, case))
