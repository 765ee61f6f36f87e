from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.scoping import SchoolOwned
from monitoring.enums import Direction, ItemKind, Phase, Wave
from pairs.enums import Side


class Questionnaire(SchoolOwned):
    """The school's copy of a questionnaire for one side of one form; a changed template makes a new version, answers keep theirs."""

    code = models.SlugField(max_length=80)
    version = models.CharField(max_length=20)
    title = models.CharField(_("title"), max_length=200)
    phase = models.CharField(_("phase"), max_length=10, choices=Phase)
    side = models.CharField(_("for"), max_length=10, choices=Side)
    template = models.SlugField(max_length=60)  # the entry of the instruments file that it was copied from
    form_code = models.SlugField(max_length=60)
    satisfied_from = models.PositiveSmallIntegerField(_("satisfied from, points of 10"), null=True, blank=True)

    class Meta:
        verbose_name = _("questionnaire")
        ordering = ["phase", "side", "code"]
        constraints = [models.UniqueConstraint(fields=["school", "code", "version"], name="one_questionnaire_per_version")]

    def __str__(self):
        return self.title


class Item(SchoolOwned):
    """A question in twins: what is expected at entry, what came true at exit. Without a text it is not asked in that wave.

    `title` names the characteristic in tables; `low` and `high` are the words at the ends of a scale.
    """

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    code = models.SlugField(max_length=80)
    kind = models.CharField(max_length=10, choices=ItemKind)
    title = models.CharField(_("characteristic"), max_length=200, blank=True)
    expected = models.TextField(_("at entry"), blank=True)
    actual = models.TextField(_("at exit"), blank=True)
    low = models.CharField(max_length=80, blank=True)
    high = models.CharField(max_length=80, blank=True)
    options = models.JSONField(default=list)
    direction = models.CharField(max_length=10, choices=Direction, blank=True)  # neutral questions have none
    shows_satisfaction = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("question")
        ordering = ["questionnaire", "position"]
        constraints = [models.UniqueConstraint(fields=["questionnaire", "code"], name="one_item_per_code")]

    def __str__(self):
        return self.title or self.actual or self.expected

    def text_at(self, wave) -> str:
        return self.expected if wave == Wave.ENTRY else self.actual
