from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import now
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from pairs.enums import MeetingMode, MeetingType
from pairs.models.visibility import SeenThroughPair


class MeetingQuerySet(SeenThroughPair):
    path = "pair__"

    def held(self):
        return self.filter(took_place=True)


class Meeting(SchoolOwned):
    """A meeting of a pair or group; one that did not take place is data too."""

    pair = models.ForeignKey("pairs.Pair", on_delete=models.PROTECT, related_name="meetings")
    type = models.CharField(_("type"), max_length=16, choices=MeetingType)
    held_on = models.DateField(_("date"))
    took_place = models.BooleanField(_("took place"), default=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=60)
    mode = models.CharField(_("mode"), max_length=10, choices=MeetingMode, default=MeetingMode.IN_PERSON)
    topic = models.CharField(_("topic"), max_length=200, blank=True)
    result = ProseField(_("result"), blank=True)
    next_step = ProseField(_("next step"), blank=True)
    attended = models.ManyToManyField("participants.Person", related_name="attended_meetings", verbose_name=_("who came"))
    logged_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(default=now, editable=False)
    form_key = models.UUIDField(unique=True, editable=False)  # one key per rendered form: a second tap saves nothing twice

    objects = school_manager(MeetingQuerySet)

    class Meta:
        verbose_name = _("meeting")
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return f"{self.held_on:%d.%m.%Y} {self.get_type_display()}"

    def get_absolute_url(self):
        return reverse("pairs:detail", args=[self.pair_id])
