"""A school's rows answer only inside the school's scope.

`django-scopes` raises on most queries outside a scope; `UnscopedQuerySet` closes the ones it leaves open.
"""

from django.db import models
from django_scopes import ScopedManager
from django_scopes.manager import DisabledQuerySet


class UnscopedQuerySet(DisabledQuerySet):
    """Outside a scope only `using()`, `none()` and the creation of rows that name their school are left."""

    exists = exclude = in_bulk = contains = defer = distinct = DisabledQuerySet.error
    select_related = prefetch_related = bulk_update = explain = visible_to = DisabledQuerySet.error


def school_manager(queryset_class=models.QuerySet):
    """Return the manager of a school-owned model: methods of `queryset_class`, rows of the open scope."""
    scoped = type(ScopedManager(school="school", _manager_class=models.Manager.from_queryset(queryset_class)))

    class SchoolManager(scoped):
        def get_queryset(self):
            rows = super().get_queryset()
            if isinstance(rows, DisabledQuerySet):
                return UnscopedQuerySet(self.model, using=self._db, missing_scopes=rows.missing_scopes)
            return rows

    return SchoolManager()


class SchoolOwned(models.Model):
    """A row that belongs to one school."""

    school = models.ForeignKey("accounts.School", on_delete=models.PROTECT, related_name="+", editable=False)

    objects = school_manager()

    class Meta:
        abstract = True
