"""Counting a board anew: what the engine cannot do is a sentence."""

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from pairs.matching.costs import TooLarge
from pairs.matching.instance import BadInstance
from pairs.runs.table import Table


def recounted(table: Table) -> Table:
    """Raises `Refusal`."""
    try:
        return table.counted()
    except BadInstance as error:
        raise Refusal(
            _(
                "The locks contradict the conditions: mentees who come only together would be parted, "
                "or a mentor would have fewer of them than the smallest group. Unlock a pair first."
            )
        ) from error
    except TooLarge as error:
        if table.snapshot.coupling is not None:
            raise Refusal(
                _("The small groups and the smallest groups leave no plan that could be found. Unlock a pair, or name fewer of them.")
            ) from error
        raise Refusal(_("The base is too large for this order of goals. Choose the order “best on the whole”.")) from error
