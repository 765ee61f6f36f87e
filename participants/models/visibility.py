"""Who sees people and what is written of them: one rule for the person and for the records."""

from django.db import models
from django.db.models import Q

from accounts.permissions import Permission
from programmes.enums import PersonKind


class SeenThroughPerson(models.QuerySet):
    """`path` leads from the row to its person, "" for the person itself."""

    path = ""

    def visible_to(self, actor):
        """Staff see the school, a class teacher the pupils of the class, everybody else themselves and their children."""
        if actor.may(Permission.VIEW_PEOPLE):
            return self
        if actor.may(Permission.VIEW_CLASS) and actor.class_name:
            return self.filter(**{f"{self.path}kind": PersonKind.PUPIL, f"{self.path}class_name": actor.class_name})
        own = (f"{self.path}user_id", actor.user_id), (f"{self.path}guardians__user_id", actor.user_id)
        return self.filter(Q(*own, _connector=Q.OR)).distinct()
