from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    ADMINISTRATOR = "administrator", _("Administration")
    DIRECTOR = "director", _("Director")
    COORDINATOR = "coordinator", _("Coordinator")
    CURATOR = "curator", _("Curator")
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")
    GUARDIAN = "guardian", _("Parent or guardian")
    CLASS_TEACHER = "class_teacher", _("Class teacher")
    PSYCHOLOGIST = "psychologist", _("School psychologist")
    OBSERVER = "observer", _("Municipal observer")
