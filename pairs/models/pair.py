from django.db import models
from django.db.models import Count, IntegerField, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now
from mentoring.common.scoping import SchoolOwned, school_manager
from mentoring.common.workflow import Transition
from pairs.enums import FinishWay, PairState
from pairs.models.meeting import Meeting
from pairs.models.visibility import SeenThroughPair


def named(path: str) -> list[str]:
    """Columns that tell who a person is; `path` leads to the person."""
    return [f"{path}__{field}" for field in ("surname", "name", "patronymic", "class_name", "post")]


class PairQuerySet(SeenThroughPair):
    def led_by(self, user_id: int):
        return self.filter(mentor__person__user_id=user_id)

    def active(self):
        return self.filter(state=PairState.ACTIVE)

    def with_meetings(self):
        """Add `meetings_count` and `last_meeting` of meetings that took place."""
        held = Meeting.objects.filter(pair=OuterRef("pk"), took_place=True).order_by().values("pair")
        return self.annotate(
            meetings_count=Coalesce(Subquery(held.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0),
            last_meeting=Subquery(held.annotate(last=Max("held_on")).values("last")),
        )

    def for_list(self):
        """Like `with_names`, with only what a list of pairs shows; of the dictionaries `form_title`, `role_model_title`, `kind_title`."""
        mentees = PairMentee.objects.select_related("mentee__person").only("pair_id", *named("mentee__person"))
        rows = self.select_related("mentor__person").prefetch_related(models.Prefetch("seats", mentees))
        titles = {f"{name}_title": models.F(f"{name}__title") for name in ("form", "role_model", "kind")}
        return rows.only("state", "finish_reason", "finished_on", *named("mentor__person")).annotate(**titles)

    def with_names(self):
        seats = models.Prefetch("seats", PairMentee.objects.select_related("mentee__person"))
        return self.select_related("mentor__person", "form", "role_model", "kind", "programme").prefetch_related(seats)


class Pair(SchoolOwned):
    """One mentor with one mentee, or with a group from two. Active only by a signed order."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="pairs")
    mentor = models.ForeignKey("participants.MentorRecord", on_delete=models.PROTECT, related_name="pairs")
    mentees = models.ManyToManyField("participants.MenteeRecord", through="pairs.PairMentee", related_name="pairs")
    form = models.ForeignKey("programmes.Form", on_delete=models.PROTECT, related_name="+", verbose_name=_("form"))
    role_model = models.ForeignKey("programmes.RoleModel", on_delete=models.PROTECT, related_name="+", verbose_name=_("role model"))
    kind = models.ForeignKey("programmes.Kind", on_delete=models.PROTECT, related_name="+", verbose_name=_("kind"))
    state = models.CharField(_("state"), max_length=12, choices=PairState, default=PairState.PROPOSED)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    finished_on = models.DateField(_("finished"), null=True, blank=True)
    finish_way = models.CharField(_("how it ended"), max_length=10, choices=FinishWay, blank=True)
    finish_reason = models.CharField(_("reason of the end"), max_length=40, blank=True)  # a code of pairs/texts/reasons.toml
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )  # the mentor was replaced
    version = models.PositiveIntegerField(default=0, editable=False)  # grows with every change of the terms
    proposed_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"), default=now, editable=False)

    objects = school_manager(PairQuerySet)

    class Meta:
        verbose_name = _("pair or group")
        ordering = ["mentor__person__surname", "mentor__person__name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("starts_on")),
                name="pair_ends_after_start",
                violation_error_message=_("The pair must end after it starts."),
            ),
            models.CheckConstraint(
                condition=Q(finished_on__isnull=True, finish_way="") | Q(Q(finished_on__isnull=False), ~Q(finish_way="")),
                name="pair_finish_has_day_and_way",
            ),
        ]

    def __str__(self):
        return f"{self.mentor.person.short_name} — {', '.join(person.short_name for person in self.mentee_people)}"

    def get_absolute_url(self):
        return reverse("pairs:detail", args=[self.pk])

    @property
    def mentee_people(self) -> list:
        """People on the mentees' side, those who left early included; needs `with_names()` to stay quiet."""
        return [seat.mentee.person for seat in self.seats.all()]

    @property
    def is_group(self) -> bool:
        return len(self.seats.all()) > 1


class PairMentee(SchoolOwned):
    """A mentee's dated place in a pair."""

    pair = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="seats")
    mentee = models.ForeignKey("participants.MenteeRecord", on_delete=models.PROTECT, related_name="seats")
    started_on = models.DateField(_("from"))
    finished_on = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("mentee's place")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentee"],
                condition=Q(finished_on__isnull=True),
                name="one_open_place_per_mentee",
                violation_error_message=_("This mentee already has a pair."),
            ),
            models.UniqueConstraint(fields=["pair", "mentee"], name="one_place_per_pair"),
        ]

    def __str__(self):
        return str(self.mentee)


class PairTransition(Transition):
    """A step with the day that it counts from; an end says why and who was told."""

    subject = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="transitions")
    on = models.DateField(_("day"), null=True)
    reason = models.CharField(_("reason"), max_length=40, blank=True)
    told = models.JSONField(default=list)  # values of Told

    class Meta(Transition.Meta):
        verbose_name = _("step of a pair")

    def __str__(self):
        return f"{self.step}: {self.subject_id}"
