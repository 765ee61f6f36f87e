from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import now
from mentoring.common.scoping import SchoolOwned, school_manager


class MergeQuerySet(OpenedBy):
    permission = Permission.MANAGE_PEOPLE

    def in_force(self):
        return self.filter(undone_at__isnull=True)


class Merge(SchoolOwned):
    """Two entries of one person made one. The entry `lost_pk` is gone; `steps` bring it back, in reverse order.

    A step is {"set": model, "pk", "was", "became"}, {"move": model, "field", "rows", "from", "to"}, or {"drop": a serialised row}.
    `hung` remembers what hung on the person right after the merge, {"model.field": [pk]}: more of it later makes the merge final.
    """

    kept = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="merges")
    lost_pk = models.PositiveBigIntegerField(editable=False)
    lost_name = models.CharField(_("merged entry"), max_length=260)
    steps = models.JSONField(default=list)
    hung = models.JSONField(default=dict)
    merged_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    merged_at = models.DateTimeField(_("merged"), default=now)
    undone_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    undone_at = models.DateTimeField(null=True)

    objects = school_manager(MergeQuerySet)

    class Meta:
        verbose_name = _("merge")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["lost_pk"], condition=Q(undone_at__isnull=True), name="one_merge_of_an_entry_in_force"),
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True) | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="undone_merge_says_who_and_when",
            ),
        ]

    def __str__(self):
        return f"{self.lost_name} → {self.kept}"


class ToldApart(SchoolOwned):
    """Somebody looked at two suspected twins and said that they are two people.

    The two are kept as a text, not as keys: the word outlives a merge that is undone, and is void while one of them is gone.
    """

    pair = models.CharField(max_length=41)
    told_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("told apart")
        constraints = [models.UniqueConstraint(fields=["school", "pair"], name="one_word_for_a_pair_of_people")]

    def __str__(self):
        return self.pair

    @staticmethod
    def key(one: int, other: int) -> str:
        return f"{min(one, other)}-{max(one, other)}"
