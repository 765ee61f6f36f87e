"""Who sees pairs and what belongs to them: one rule for every query set that leads to a pair."""

from django.db import models
from django.db.models import Q

from accounts.permissions import Permission


class SeenThroughPair(models.QuerySet):
    """`path` leads from the row to its pair, "" for the pair itself."""

    path = ""

    def visible_to(self, actor):
        """Staff see the rows of all pairs, a participant those of the own ones, a guardian the child's."""
        if actor.may(Permission.VIEW_PAIRS):
            return self
        if not actor.may(Permission.VIEW_OWN_PAIRS):
            return self.none()
        own = ("mentor__person__user_id", "seats__mentee__person__user_id", "seats__mentee__person__guardians__user_id")
        conditions = [(f"{self.path}{key}", actor.user_id) for key in own]
        return self.filter(Q(*conditions, _connector=Q.OR)).distinct()
