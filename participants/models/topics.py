from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import TopicGroup


class TopicQuerySet(models.QuerySet):
    def active(self):
        """Those that may be chosen; a topic that is switched off stays where it was chosen before."""
        return self.filter(is_active=True)

    def of(self, group: TopicGroup):
        return self.filter(group=group)


class Topic(SchoolOwned):
    """A word of the school's dictionary that ties competences to requests and people with like interests to each other.

    `code` ties it to its entry in the reference data and is empty for a word of the school's own.
    """

    group = models.CharField(_("group"), max_length=10, choices=TopicGroup)
    title = models.CharField(_("topic"), max_length=80)
    code = models.SlugField(max_length=60, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    is_active = models.BooleanField(_("may be chosen"), default=True)

    objects = school_manager(TopicQuerySet)

    class Meta:
        verbose_name = _("topic")
        ordering = ["group", "position", "title"]
        constraints = [models.UniqueConstraint(fields=["school", "group", "title"], name="one_topic_per_title")]

    def __str__(self):
        return self.title
