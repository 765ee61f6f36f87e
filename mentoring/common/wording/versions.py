"""Two people and one text: who saves second compares first, nothing is written over in silence."""

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal


class StaleText(Refusal):
    """A colleague has saved since the page was opened."""


def refuse_stale(seen: str, stands) -> None:
    """`seen` is the version that the page showed."""
    if seen != str(stands):
        raise StaleText(_("A colleague has changed this text since you opened the page. Compare both versions and save again."))
