"""What a programme asks for before a pair, and who has passed it."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import today
from mentoring.common.immutable import WrittenOnce
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import ConsentPurpose, Gate, MentorCategory
from participants.models.consent import Consent
from participants.models.contracts import MentorContract
from programmes.enums import PersonKind

OUTSIDERS = (
    PersonKind.STUDENT,
    PersonKind.PARENT,
    PersonKind.ALUMNUS,
    PersonKind.EMPLOYER,
    PersonKind.PUBLIC_FIGURE,
    PersonKind.VETERAN,
)
FROM_OUTSIDE = (MentorCategory.PARENT, MentorCategory.ALUMNUS, MentorCategory.EMPLOYEE, MentorCategory.PUBLIC)
UNDER_CONTRACT = (PersonKind.TEACHER, *OUTSIDERS)


class ChosenGate(SchoolOwned):
    """A programme asks for this gate; a programme without rows asks for the consents alone."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="chosen_gates")
    gate = models.CharField(max_length=20, choices=Gate)

    class Meta:
        verbose_name = _("condition for a pair")
        constraints = [models.UniqueConstraint(fields=["programme", "gate"], name="one_row_per_chosen_gate")]

    def __str__(self):
        return self.get_gate_display()


class GateMark(SchoolOwned, WrittenOnce):
    """A questionnaire that came in, an interview that was held, a certificate that was shown. A later failure undoes a pass."""

    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="gate_marks")
    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="gate_marks")
    gate = models.CharField(max_length=20, choices=Gate)
    held_on = models.DateField(_("date"))
    passed = models.BooleanField(_("passed"), default=True)
    note = ProseField(_("notes"), blank=True)
    number = models.CharField(_("number"), max_length=60, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    evidence = models.ForeignKey(
        "jobs.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    recorded_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("mark of a condition")
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return f"{self.get_gate_display()}: {self.person}"


class TrainingSessionQuerySet(OpenedBy):
    permission = Permission.RECORD_GATES


class TrainingSession(SchoolOwned):
    """A lesson of the «Школа наставников»."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="training_sessions")
    title = models.CharField(_("topic"), max_length=200)
    held_on = models.DateField(_("date"))
    created_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")

    objects = school_manager(TrainingSessionQuerySet)

    class Meta:
        verbose_name = _("session of the School of mentors")
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("participants:training_session", args=[self.pk])


class Attendance(SchoolOwned):
    """Somebody was there."""

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="attendance")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="trainings")

    class Meta:
        verbose_name = _("attendance")
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="one_attendance_per_session")]

    def __str__(self):
        return f"{self.session}: {self.person}"


def lacks(gate: str) -> Q:
    """For records: the programme asks for the gate and the person has not passed it. A certificate is asked of outsiders only: by who they
    are, or by the category of a mentor whom the school does not employ."""
    asked = Q(Exists(ChosenGate.objects.filter(programme=OuterRef("programme"), gate=gate)))
    if gate == Gate.TRAINING:
        return asked & ~Q(Exists(Attendance.objects.filter(session__programme=OuterRef("programme"), person=OuterRef("person"))))
    if gate == Gate.CONTRACT:
        return asked & Q(person__kind__in=UNDER_CONTRACT) & ~(Q(Exists(_contracts())) & _agreed())
    marks = GateMark.objects.filter(person=OuterRef("person"), gate=gate)
    if gate == Gate.SCREENING:
        asked &= Q(person__kind__in=OUTSIDERS) | Q(category__in=FROM_OUTSIDE) & ~Q(person__kind=PersonKind.TEACHER)
        marks = marks.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=today()))
    else:
        marks = marks.filter(programme=OuterRef("programme"))
    return asked & ~Q(Exists(marks.filter(~Exists(_later_failures()), passed=True)))


def _contracts():
    return MentorContract.objects.in_force(today()).filter(programme=OuterRef("programme"), person=OuterRef("person"))


def _agreed() -> Q:
    """A teacher's written consent is in force (ст. 351.8 ТК РФ)."""
    consents = Consent.objects.in_force(today()).filter(person=OuterRef("person"), purpose=ConsentPurpose.MENTOR_AGREEMENT)
    return ~Q(person__kind=PersonKind.TEACHER) | Q(Exists(consents))


def _later_failures():
    same = {name: OuterRef(name) for name in ("person", "programme", "gate")}
    return GateMark.objects.filter(**same, held_on__gt=OuterRef("held_on"), passed=False)
