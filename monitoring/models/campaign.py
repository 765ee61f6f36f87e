from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from monitoring.enums import AnswerWay, CampaignState, Phase, Wave
from pairs.enums import Side


class CampaignQuerySet(OpenedBy):
    permission = Permission.VIEW_MONITORING

    def with_counts(self):
        """Add `invited` and `answered`."""
        answered = models.Q(invitations__answered_at__isnull=False)
        return self.annotate(invited=models.Count("invitations"), answered=models.Count("invitations", filter=answered))


class Campaign(SchoolOwned):
    """One wave of questionnaires of a programme."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="campaigns")
    phase = models.CharField(_("phase"), max_length=10, choices=Phase)
    wave = models.CharField(_("wave"), max_length=10, choices=Wave)
    state = models.CharField(_("state"), max_length=10, choices=CampaignState, default=CampaignState.OPEN)
    opened_on = models.DateField(_("opened"))
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    opened_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")

    objects = school_manager(CampaignQuerySet)

    class Meta:
        verbose_name = _("campaign")
        ordering = ["programme", "phase", "wave"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "phase", "wave"], name="one_campaign_per_wave"),
            models.CheckConstraint(
                condition=models.Q(state=CampaignState.OPEN, closed_on__isnull=True)
                | models.Q(state=CampaignState.CLOSED, closed_on__isnull=False),
                name="closed_campaign_has_date",
            ),
        ]

    def __str__(self):
        return f"{self.get_phase_display()}: {self.get_wave_display().lower()}"

    def get_absolute_url(self):
        return reverse("monitoring:campaign", args=[self.pk])


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The curator sees who answered; a participant the own invitations; the rest of the staff sees figures only."""
        if actor.may(Permission.MANAGE_MONITORING):
            return self
        if not actor.may(Permission.ANSWER_QUESTIONNAIRES):
            return self.none()
        return self.filter(person__user_id=actor.user_id)

    def waiting(self):
        return self.filter(answered_at__isnull=True, campaign__state=CampaignState.OPEN)

    def with_names(self):
        return self.select_related("campaign__programme", "questionnaire", "person")


class Invitation(SchoolOwned):
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="invitations")
    questionnaire = models.ForeignKey("monitoring.Questionnaire", on_delete=models.PROTECT, related_name="invitations")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="invitations")
    side = models.CharField(_("side"), max_length=10, choices=Side)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    way = models.CharField(_("how it was answered"), max_length=10, choices=AnswerWay, blank=True)

    objects = school_manager(InvitationQuerySet)

    class Meta:
        verbose_name = _("invitation")
        ordering = ["person__surname", "person__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "person", "side"], name="one_invitation_per_side"),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answered_by__isnull=True, way="")
                | models.Q(answered_at__isnull=False, answered_by__isnull=True, way=AnswerWay.LINK)
                | models.Q(answered_at__isnull=False, answered_by__isnull=False, way__in=(AnswerWay.ACCOUNT, AnswerWay.PAPER)),
                name="answered_invitation_has_time_author_and_way",
            ),
        ]

    def __str__(self):
        return f"{self.campaign}: {self.person}"

    def get_absolute_url(self):
        return reverse("monitoring:answer", args=[self.pk])

    def belongs_to(self, actor) -> bool:
        """Is `actor` the invited person, in a role that answers questionnaires?"""
        return actor.may(Permission.ANSWER_QUESTIONNAIRES) and self.person.user_id == actor.user_id

    @property
    def is_waiting(self) -> bool:
        """Can still be answered; needs `with_names()` to stay quiet."""
        return self.answered_at is None and self.campaign.state == CampaignState.OPEN


class Answer(SchoolOwned):
    """`number` holds a scale value or yes = 1, no = 0; `text` the words of an open question or the chosen option."""

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="answers")
    item = models.ForeignKey("monitoring.Item", on_delete=models.PROTECT, related_name="answers")
    number = models.SmallIntegerField(null=True)
    text = ProseField(blank=True)

    class Meta:
        verbose_name = _("answer")
        constraints = [models.UniqueConstraint(fields=["invitation", "item"], name="one_answer_per_item")]

    def __str__(self):
        return self.text or str(self.number)
