import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.common.names import signature_name
from mentoring.common.school_names import school_in_case


def validate_time_zone(value: str) -> None:
    if value not in zoneinfo.available_timezones():
        raise ValidationError(_("Unknown time zone. Choose a name such as Europe/Moscow or Asia/Yekaterinburg."))


class School(models.Model):
    """A school with the requisites that its papers carry."""

    full_name = models.CharField(_("full name"), max_length=300)
    short_name = models.CharField(_("short name"), max_length=120)
    short_name_genitive = models.CharField(_("short name in the genitive"), max_length=120, blank=True)
    short_name_prepositional = models.CharField(_("short name in the prepositional"), max_length=120, blank=True)
    founder = models.CharField(_("founder"), max_length=300, blank=True)
    place = models.CharField(_("place"), max_length=120)
    postal_address = models.CharField(_("postal address"), max_length=300, blank=True)
    inn = models.CharField(_("INN"), max_length=10, blank=True, validators=[RegexValidator(r"^\d{10}$", _("Ten digits."))])
    ogrn = models.CharField(_("OGRN"), max_length=13, blank=True, validators=[RegexValidator(r"^\d{13}$", _("Thirteen digits."))])
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    site = models.URLField(_("site"), blank=True)
    director_post = models.CharField(_("director's post"), max_length=120, default="Директор")
    director_surname = models.CharField(_("director's surname"), max_length=80)
    director_name = models.CharField(_("director's name"), max_length=80)
    director_patronymic = models.CharField(_("director's patronymic"), max_length=80, blank=True)
    order_number_template = models.CharField(_("order number"), max_length=20, default="{n}-од")
    orders_carry_code = models.BooleanField(
        _("QR code on orders"),
        default=True,
        help_text=_("In the lower right corner of the first sheet; it leads to the page that says whether the paper is genuine."),
    )
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Moscow", validators=[validate_time_zone])

    class Meta:
        verbose_name = _("school")
        ordering = ["short_name", "pk"]

    def __str__(self):
        return self.short_name

    @property
    def short_name_of(self) -> str:
        """«директор МАОУ гимназии № 40»."""
        return self.short_name_genitive or school_in_case(self.short_name, "gent")

    @property
    def short_name_in(self) -> str:
        """«в МАОУ гимназии № 40»."""
        return self.short_name_prepositional or school_in_case(self.short_name, "loct")

    @property
    def director_signature(self) -> str:
        return signature_name(self.director_surname, self.director_name, self.director_patronymic)
