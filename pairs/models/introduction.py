from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import Word


class IntroductionQuerySet(OpenedBy):
    permission = Permission.MANAGE_PAIRS

    def with_people(self):
        return self.select_related("run", "mentee__person", "mentor__person")

    def answered(self):
        """At least one side has said its word."""
        return self.exclude(mentee_says="", mentor_says="")


class Introduction(SchoolOwned):
    """A mentee meets one of the candidates of a run before the choice; both sides say whether they would go on together."""

    run = models.ForeignKey("pairs.MatchingRun", on_delete=models.PROTECT, related_name="introductions")
    mentee = models.ForeignKey("participants.MenteeRecord", on_delete=models.PROTECT, related_name="introductions")
    mentor = models.ForeignKey("participants.MentorRecord", on_delete=models.PROTECT, related_name="introductions")
    place = models.PositiveSmallIntegerField(_("place"))  # 1 is the mentor of the plan
    met_on = models.DateField(_("met on"), null=True, blank=True)
    mentee_says = models.CharField(_("the mentee says"), max_length=3, choices=Word, blank=True)
    mentor_says = models.CharField(_("the mentor says"), max_length=3, choices=Word, blank=True)

    objects = school_manager(IntroductionQuerySet)

    class Meta:
        verbose_name = _("meeting before the choice")
        ordering = ["mentee__person__search_key", "place"]
        constraints = [
            models.UniqueConstraint(fields=["run", "mentee", "mentor"], name="one_introduction_of_two_people"),
            models.UniqueConstraint(fields=["run", "mentee", "place"], name="one_introduction_per_place"),
        ]

    def __str__(self):
        return f"{self.mentee} — {self.mentor}"

    @property
    def outcome(self) -> str:
        """Yes when both said so, no when one refused, empty while an answer is missing."""
        words = {self.mentee_says, self.mentor_says}
        if Word.NO in words:
            return Word.NO
        return Word.YES if words == {Word.YES} else ""
