from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now
from mentoring.common.immutable import WrittenOnce
from mentoring.common.scoping import SchoolOwned


class MatchingPolicy(SchoolOwned, WrittenOnce):
    """What a programme looks for in a pair, in versions: the newest one counts, an older one explains an older run."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="matching_policies")
    version = models.PositiveIntegerField()
    levels = models.JSONField(default=dict)  # {criterion: a value of Level}
    role_models = models.JSONField(default=list)  # keys of role models that pairs may take, the preferred one of a form first
    rules_off = models.JSONField(default=list)  # codes of rules that the programme does without
    first = models.JSONField(default=list)  # keys of mentee records that come first
    together = models.JSONField(default=list)  # [keys of mentee records who come only together]
    least = models.JSONField(default=list)  # [key of a mentor record, the smallest group that the mentor takes]
    chosen_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name = _("conditions of the matching")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["programme", "version"], name="one_policy_per_version")]

    def __str__(self):
        return f"{self.programme}: {self.version}"
