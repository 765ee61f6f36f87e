"""The school's own copy of the forms, role models and kinds; `code` ties an entry to its template (docs/domain.md)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager


class EntryQuerySet(models.QuerySet):
    def active(self, *, keep: int | None = None):
        """Those that may be chosen, by position; `keep` is the key of one that is chosen already."""
        return self.filter(models.Q(is_active=True) | models.Q(pk=keep)).order_by("position", "pk")


class DictionaryEntry(SchoolOwned):
    code = models.SlugField(max_length=60)
    title = models.CharField(_("title"), max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(_("may be chosen"), default=True)

    objects = school_manager(EntryQuerySet)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title


class Form(DictionaryEntry):
    """Who mentors whom: «ученик – ученик», «учитель – учитель» …"""

    purpose = ProseField(_("purpose"), blank=True)
    mentor_portrait = ProseField(_("portrait of the mentor"), blank=True)
    mentee_portrait = ProseField(_("portrait of the mentee"), blank=True)
    mentor_kinds = models.JSONField(default=list)  # PersonKind values
    mentee_kinds = models.JSONField(default=list)

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("form")
        constraints = [models.UniqueConstraint(fields=["school", "code"], name="one_form_per_code")]


class RoleModel(DictionaryEntry):
    """What the pair works on inside a form: «успевающий – неуспевающий» …"""

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="role_models")
    purpose = ProseField(_("purpose"), blank=True)

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("role model")
        constraints = [models.UniqueConstraint(fields=["form", "code"], name="one_role_model_per_code")]


class Kind(DictionaryEntry):
    """How they work: one to one, group, remote … Orthogonal to the form."""

    fact = ProseField(_("what sets it apart"), blank=True)

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("kind")
        constraints = [models.UniqueConstraint(fields=["school", "code"], name="one_kind_per_code")]
