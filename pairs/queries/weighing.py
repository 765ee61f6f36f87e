"""Ways of weighing that a run may take, and what people wished for."""

from django.utils.translation import gettext as _

from pairs.models import Wish
from pairs.queries.setting import policy_of
from pairs.weightings import weightings

PROGRAMME = "programme"


def levels_of(programme, weighting: str) -> dict[str, str]:
    """Criterion -> level. Raises KeyError for a weighting that nobody knows."""
    if weighting == PROGRAMME:
        return dict(policy_of(programme).levels)
    return {one.code: dict(one.levels) for one in weightings()}[weighting]


def weighting_choices() -> list[tuple[str, str, str]]:
    """(code, title, what it is for), the programme's own first."""
    return [
        (PROGRAMME, _("As the programme chose"), _("The weights from the conditions of the matching")),
        *((one.code, one.title, one.about) for one in weightings()),
    ]


def weighting_title(code: str) -> str:
    return next((title for one, title, _about in weighting_choices() if one == code), code)


def wish_ranks(programme) -> dict[tuple[int, int], int]:
    """(mentee, mentor) -> the place of the mentor on the mentee's list."""
    rows = Wish.objects.filter(sheet__round__programme=programme).values_list("sheet__mentee_id", "mentor_id", "rank")
    return {(mentee, mentor): rank for mentee, mentor, rank in rows}
