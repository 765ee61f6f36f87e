"""A child's confidential signal. It leads to nobody but the person who received it, and the director, unless it is about them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from mentoring.common.clock import now, today
from mentoring.common.immutable import WrittenOnce
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import ConcernAbout, ConcernOutcome, ConcernState


class SafeguardingLead(SchoolOwned):
    """Somebody of the school whom children may turn to, for a dated period."""

    member = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+", verbose_name=_("who"))
    named_on = models.DateField(default=today)
    named_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("person responsible for the safety of children")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(ended_on__isnull=True), name="one_open_term_of_a_safeguarding_lead")
        ]

    def __str__(self):
        return str(self.member)


class ConcernQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The person who received it and the director; never somebody of the pair, whatever the role."""
        if not actor.may(Permission.RECEIVE_CONCERNS):
            return self.none()
        rows = self.exclude(of_pair(actor.user_id))
        return rows if actor.may(Permission.OVERSEE_CONCERNS) else rows.filter(lead_id=actor.pk)

    def open(self):
        return self.filter(state=ConcernState.OPEN)

    def holding(self):
        """Those that keep a pair from going on: open ones, and those that stopped it for good."""
        return self.exclude(state=ConcernState.CLOSED, outcome=ConcernOutcome.CLEARED)

    def with_people(self):
        return self.select_related("pair__mentor__person", "lead__user").prefetch_related("pair__seats__mentee__person")


def of_pair(user_id: int) -> Q:
    """The mentor, a mentee or a mentee's guardian of the pair that the concern is about."""
    mentee = "pair__seats__mentee__person"
    return Q(pair__mentor__person__user_id=user_id) | Q(**{f"{mentee}__user_id": user_id}) | Q(**{f"{mentee}__guardians__user_id": user_id})


class Concern(SchoolOwned):
    pair = models.ForeignKey("pairs.Pair", on_delete=models.PROTECT, related_name="concerns")
    about = models.CharField(_("about"), max_length=8, choices=ConcernAbout)
    raised_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField(_("received"), default=now, editable=False)
    lead = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+", verbose_name=_("received by"))
    state = models.CharField(_("state"), max_length=8, choices=ConcernState, default=ConcernState.OPEN)
    outcome = models.CharField(_("outcome"), max_length=10, choices=ConcernOutcome, blank=True)
    closed_on = models.DateField(null=True)
    held_pairs = models.ManyToManyField("pairs.Pair", related_name="holds")

    objects = school_manager(ConcernQuerySet)

    class Meta:
        verbose_name = _("confidential signal")
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ConcernState.OPEN, outcome="", closed_on__isnull=True)
                | Q(~Q(outcome=""), state=ConcernState.CLOSED, closed_on__isnull=False),
                name="closed_concern_has_an_outcome",
            ),
            models.UniqueConstraint(
                fields=["pair", "raised_by"], condition=Q(state=ConcernState.OPEN), name="one_open_concern_of_a_person_about_a_pair"
            ),
        ]

    def __str__(self):
        """Without names: the journal is read by people who must not see them."""
        return gettext("Signal %(number)s") % {"number": self.pk}


class ConcernNote(SchoolOwned, WrittenOnce):
    """What was said and done, in the order of writing; the first note is the child's own words."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="notes")
    text = ProseField(_("note"))
    by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.concern_id}: {self.at}"


class ConcernReading(SchoolOwned, WrittenOnce):
    """Who opened the record and when: reading a child's protection record leaves a trace."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="readings")
    by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.concern_id}: {self.by_id}"
