from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.scoping import SchoolOwned, school_manager


class ListViewQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """A member's ways to look at lists are nobody else's business: a filter may name a child."""
        return self.filter(membership=actor)


class ListView(SchoolOwned):
    """How one member looks at one list: a row without a title remembers the columns, each titled row is a saved filter with its sorting."""

    membership = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="list_views")
    list_name = models.CharField(max_length=60)  # name of the address, «participants:mentors»
    title = models.CharField(_("name"), max_length=60, blank=True)
    columns = models.JSONField(default=list)  # names of Columns; none: the list's own choice
    query = models.CharField(max_length=2000, blank=True)  # as in the address: «class_name=7Б&order=name»

    objects = school_manager(ListViewQuerySet)

    class Meta:
        verbose_name = _("view of a list")
        ordering = ["title", "pk"]
        constraints = [models.UniqueConstraint(fields=["membership", "list_name", "title"], name="one_list_view_per_title")]

    def __str__(self):
        return self.title or self.list_name
