"""What willing mentors and mentees answered to the questionnaire of entry."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from mentoring.common.clock import now
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import EntryState, EntryWay, ImportBase


class EntryAnswersQuerySet(models.QuerySet):
    def visible_to(self, actor):
        if actor.may(Permission.VIEW_PEOPLE):
            return self
        return self.filter(person__user_id=actor.user_id)

    def waiting(self):
        return self.filter(state=EntryState.WAITING)


class EntryAnswers(SchoolOwned):
    """One filled sheet. Sending it again makes the next `number`; the curator confirms one and it fills the record.

    `answers` holds for each question's code a text, a list of topic keys or two numbers, as the questionnaire of `text_version` asks.
    """

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="entry_answers")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="entry_answers")
    base = models.CharField(_("base"), max_length=10, choices=ImportBase)
    number = models.PositiveSmallIntegerField(default=1)
    text_version = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    way = models.CharField(_("came"), max_length=10, choices=EntryWay)
    state = models.CharField(_("state"), max_length=10, choices=EntryState, default=EntryState.WAITING)
    answered_at = models.DateTimeField(_("answered"), default=now)
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = school_manager(EntryAnswersQuerySet)

    class Meta:
        verbose_name = _("questionnaire of entry")
        ordering = ["-answered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "person", "base", "number"], name="one_entry_per_number"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="entry_confirmed_by_somebody_at_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.get_base_display()}: {self.person}"


class EntryDraft(SchoolOwned):
    """What somebody has filled in and not sent yet: it stands in the form when the questionnaire is opened again the same `way`."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="entry_drafts")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="entry_drafts")
    base = models.CharField(_("base"), max_length=10, choices=ImportBase)
    way = models.CharField(_("came"), max_length=10, choices=EntryWay)
    answers = models.JSONField(default=dict)  # as those of `EntryAnswers`
    saved_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("draft of a questionnaire of entry")
        constraints = [models.UniqueConstraint(fields=["programme", "person", "base", "way"], name="one_entry_draft_a_way")]

    def __str__(self):
        return f"{self.get_base_display()}: {self.person}"
