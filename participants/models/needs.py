"""Why somebody is a mentee: the categories of the target model. Kept apart from the record: most of them are nobody's business."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import today
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import ConsentPurpose, NeedCategory
from participants.models.consent import Consent


class MenteeCategoryQuerySet(OpenedBy):
    """Only who works with needs; everybody else meets no row at all, in lists and exports too."""

    permission = Permission.VIEW_NEEDS

    def lawful(self):
        """Without health where no consent to it is in force (152-ФЗ, art. 10); a withdrawal deletes the row, a term may run out."""
        consents = Consent.objects.in_force(today()).filter(person=OuterRef("mentee__person"), purpose=ConsentPurpose.SPECIAL_CATEGORY)
        return self.filter(~Q(category=NeedCategory.HEALTH) | Exists(consents))


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
