"""What people wish after the round table: mentees rank mentors, mentors say whom they would rather have."""

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from mentoring.common.clock import now, today
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import Attitude, Side, WishWay


class WishRound(SchoolOwned):
    """A programme asks its people for wishes until a day; it may be opened again."""

    programme = models.OneToOneField("programmes.Programme", on_delete=models.PROTECT, related_name="wish_round")
    opens_on = models.DateField(_("from"), default=today)
    closes_on = models.DateField(_("answers until"))
    asks_mentors = models.BooleanField(_("mentors are asked as well"), default=False)
    opened_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=now, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)  # by hand, before its last day

    class Meta:
        verbose_name = _("round of wishes")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opens_on")),
                name="wish_round_closes_after_it_opens",
                violation_error_message=_("The last day is before the first one."),
            )
        ]

    def __str__(self):
        return str(self.programme)

    def get_absolute_url(self):
        return reverse("pairs:wish_round", args=[self.programme_id])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.opens_on <= today() <= self.closes_on

    @property
    def last_day(self) -> datetime.date:
        return self.closes_on if self.closed_at is None else min(self.closes_on, localtime(self.closed_at).date())


class WishSheetQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Staff who match see all sheets, everybody else the own one and a guardian the child's."""
        if actor.may(Permission.MANAGE_PAIRS):
            return self
        own = Q(mentee__person__user_id=actor.user_id) | Q(mentor__person__user_id=actor.user_id)
        return self.filter(own | Q(mentee__person__guardians__user_id=actor.user_id)).distinct()


class WishSheet(SchoolOwned):
    """One person's answer in a round; an answer without wishes leaves the choice to the curator."""

    round = models.ForeignKey(WishRound, on_delete=models.PROTECT, related_name="sheets")
    side = models.CharField(_("side"), max_length=10, choices=Side)
    mentee = models.ForeignKey("participants.MenteeRecord", on_delete=models.PROTECT, null=True, related_name="wish_sheets")
    mentor = models.ForeignKey("participants.MentorRecord", on_delete=models.PROTECT, null=True, related_name="wish_sheets")
    way = models.CharField(_("way"), max_length=10, choices=WishWay)
    answered_at = models.DateTimeField(_("answered"), default=now)
    entered_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, related_name="+")

    objects = school_manager(WishSheetQuerySet)

    class Meta:
        verbose_name = _("sheet of wishes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "mentee"], name="one_wish_sheet_per_mentee"),
            models.UniqueConstraint(fields=["round", "mentor"], name="one_wish_sheet_per_mentor"),
            models.CheckConstraint(
                condition=Q(side=Side.MENTEE, mentee__isnull=False, mentor__isnull=True)
                | Q(side=Side.MENTOR, mentor__isnull=False, mentee__isnull=True),
                name="wish_sheet_belongs_to_its_side",
            ),
        ]

    def __str__(self):
        return str(self.mentee or self.mentor)


class Wish(SchoolOwned):
    """A mentee's wish, the first one first."""

    sheet = models.ForeignKey(WishSheet, on_delete=models.PROTECT, related_name="wishes")
    mentor = models.ForeignKey("participants.MentorRecord", on_delete=models.PROTECT, related_name="wished_by")
    rank = models.PositiveSmallIntegerField(_("place"))
    reason = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("wish")
        ordering = ["sheet", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "mentor"], name="one_wish_per_mentor"),
            models.UniqueConstraint(fields=["sheet", "rank"], name="one_wish_per_place"),
        ]

    def __str__(self):
        return f"{self.rank}. {self.mentor}"


class MentorView(SchoolOwned):
    """A mentor would rather have a mentee, or rather not; who is not named is neutral. It forbids nothing, unlike a veto."""

    sheet = models.ForeignKey(WishSheet, on_delete=models.PROTECT, related_name="views")
    mentee = models.ForeignKey("participants.MenteeRecord", on_delete=models.PROTECT, related_name="viewed_by")
    attitude = models.CharField(_("attitude"), max_length=10, choices=Attitude)
    reason = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("mentor's wish")
        ordering = ["sheet", "pk"]
        constraints = [models.UniqueConstraint(fields=["sheet", "mentee"], name="one_view_per_mentee")]

    def __str__(self):
        return f"{self.mentee}: {self.get_attitude_display()}"
