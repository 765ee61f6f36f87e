from django.db import models

from accounts.permissions import Permission


class OpenedBy(models.QuerySet):
    """Rows that one permission opens: its holders see them all, nobody else sees any."""

    permission: Permission

    def visible_to(self, actor):
        return self if actor.may(self.permission) else self.none()
