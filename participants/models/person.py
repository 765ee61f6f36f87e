from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.common import names
from mentoring.common.clock import today
from mentoring.common.dates import age_on
from mentoring.common.immutable import WrittenOnce
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import Shift, SignerBasis
from participants.models.visibility import SeenThroughPerson
from programmes.enums import PersonKind

ADULT_AGE = 18


def counts_as_minor(kind: str, birth_date, birth_year: int | None, *, under: int = ADULT_AGE) -> bool:
    """A pupil without a birth date counts as a minor: the law asks for the guardian then. So does whoever may turn 18 this year."""
    if birth_date is not None:
        return age_on(birth_date, today()) < under
    if birth_year is not None:
        return today().year - birth_year <= under
    return kind == PersonKind.PUPIL


class PersonQuerySet(SeenThroughPerson):
    def named_like(self, text: str):
        """Part of a name, in any case, е for ё."""
        return self.filter(search_key__contains=names.search_key(text))


class Person(SchoolOwned):
    """Somebody the school works with. One person may be mentor and mentee."""

    surname = models.CharField(_("surname"), max_length=80)
    name = models.CharField(_("name"), max_length=80)
    patronymic = models.CharField(_("patronymic"), max_length=80, blank=True)
    search_key = models.CharField(max_length=260, db_index=True, editable=False)
    birth_date = models.DateField(_("birth date"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True, editable=False)
    kind = models.CharField(_("who"), max_length=20, choices=PersonKind)
    class_name = models.CharField(_("class or group"), max_length=40, blank=True)
    post = models.CharField(_("place of work or study, post"), max_length=200, blank=True)
    subject = models.CharField(_("subject"), max_length=120, blank=True)
    experience_years = models.PositiveSmallIntegerField(_("experience, years"), null=True, blank=True)
    category = models.CharField(_("qualification category"), max_length=60, blank=True)
    class_led = models.CharField(_("class teacher of"), max_length=40, blank=True)
    shift = models.CharField(_("shift"), max_length=6, choices=Shift, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)  # codes of the reference data; empty: nobody asked
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="people", editable=False)

    objects = school_manager(PersonQuerySet)

    class Meta:
        verbose_name = _("person")
        ordering = ["search_key", "pk"]
        indexes = [models.Index(fields=["school", "search_key"], name="people_by_name")]  # the list of a school, in order

    def __str__(self):
        return self.full_name

    def save(self, *args, **kwargs):
        self.search_key = names.search_key(self.surname, self.name, self.patronymic)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("participants:person", args=[self.pk])

    @property
    def full_name(self) -> str:
        return names.full_name(self.surname, self.name, self.patronymic)

    @property
    def short_name(self) -> str:
        return names.short_name(self.surname, self.name, self.patronymic)

    @property
    def place(self) -> str:
        """Class of a pupil, post of everybody else: the line under the name."""
        return self.class_name or self.post

    @property
    def year_of_birth(self) -> int | None:
        return self.birth_date.year if self.birth_date else self.birth_year

    @property
    def is_minor(self) -> bool:
        return counts_as_minor(self.kind, self.birth_date, self.birth_year)


class Guardian(SchoolOwned):
    """A minor's legal representative with the basis of the rights, for as long as the rights last."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardians")
    full_name = models.CharField(_("surname, name and patronymic"), max_length=200)
    basis = models.CharField(_("basis"), max_length=10, choices=SignerBasis, default=SignerBasis.PARENT)
    basis_document = models.CharField(_("document of the rights"), max_length=200, blank=True)
    basis_date = models.DateField(_("date of the document"), null=True, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    adult = models.UUIDField(null=True, db_index=True, editable=False)  # the same for rows of one adult with several children
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="wards", editable=False)

    class Meta:
        verbose_name = _("guardian")
        ordering = ["pk"]

    def __str__(self):
        return self.full_name


class FormerGuardian(SchoolOwned, WrittenOnce):
    """Somebody whose rights ended: signs and sees nothing more, what was signed stays."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="former_guardians")
    full_name = models.CharField(_("surname, name and patronymic"), max_length=200)
    basis = models.CharField(_("basis"), max_length=10, choices=SignerBasis)
    basis_document = models.CharField(_("document of the rights"), max_length=200, blank=True)
    basis_date = models.DateField(_("date of the document"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"))
    reason = models.CharField(_("reason"), max_length=200)
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("former guardian")
        ordering = ["-ended_on", "-pk"]

    def __str__(self):
        return self.full_name
