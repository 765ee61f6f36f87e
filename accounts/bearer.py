"""Who acts when a personal link is open: nobody with an account."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Bearer:
    """Takes the place of a membership as `actor`: holds no permission and may do only what its page's service lets a bearer do."""

    school_id: int
    name: str
    pk: int = 0  # no membership; the journal's number of who acted
    user_id: None = None

    def __str__(self):
        return _("%(name)s, by personal link") % {"name": self.name}

    def may(self, permission) -> bool:
        return False

    def must(self, permission) -> None:
        raise PermissionDenied
