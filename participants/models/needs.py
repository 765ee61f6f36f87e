"""Why somebody is a mentee: the categories of the target model. Kept apart from the record: most of them are nobody's business."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import NeedCategory


class MenteeCategoryQuerySet(OpenedBy):
    """Only who works with needs; everybody else meets no row at all, in lists and exports too."""

    permission = Permission.VIEW_NEEDS


class MenteeCategory(SchoolOwned):
    """A category of a mentee, and nothing more: what stands behind it is not kept. What helps is told in the record's `what_helps`."""

    mentee = models.ForeignKey("participants.MenteeRecord", on_delete=models.PROTECT, related_name="categories")
    category = models.CharField(_("category"), max_length=20, choices=NeedCategory)
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = school_manager(MenteeCategoryQuerySet)

    class Meta:
        verbose_name = _("category of a mentee")
        ordering = ["category"]
        constraints = [models.UniqueConstraint(fields=["mentee", "category"], name="one_row_per_category")]

    def __str__(self):
        """Without the category: this text may reach the journal."""
        return str(self.mentee)
