from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeasureState(TextChoices):
    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")


class PersonKind(TextChoices):
    """Who takes part in a programme."""

    PUPIL = "pupil", _("Pupil")
    TEACHER = "teacher", _("Teacher")
    STUDENT = "student", _("Student")
    PARENT = "parent", _("Parent")
    ALUMNUS = "alumnus", _("Alumnus")
    EMPLOYER = "employer", _("Employer")
    PUBLIC_FIGURE = "public_figure", _("Public figure")
    VETERAN = "veteran", _("Veteran teacher")
