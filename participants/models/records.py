"""A person's entry in the base of mentors or of mentees of one programme (columns: docs/domain.md)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from participants.enums import ABOUT_HELP, GATES_OF_MENTEES, NEEDED_TO_PAIR, ConsentPurpose, Gate, MentorCategory, MentorGrade, TopicGroup
from participants.models.consent import Consent
from participants.models.gates import lacks
from participants.models.visibility import SeenThroughPerson


class RecordQuerySet(SeenThroughPerson):
    path = "person__"

    def with_person(self):
        return self.select_related("person", "programme")

    def present(self):
        """Still in the programme."""
        return self.filter(left_on__isnull=True)

    def with_readiness(self):
        """Add `has_<purpose>`: is the consent in force today? and `lacks_<gate>`: does the programme ask for it in vain?

        A mentor has `refuses_work` after taking back a teacher's written yes.
        """
        consents = {f"has_{purpose}": Exists(_consents_in_force(purpose)) for purpose in NEEDED_TO_PAIR}
        gates = {f"lacks_{gate}": lacks(gate) for gate in self.model.GATES}
        return self.annotate(**consents, **gates, refuses_work=_work_refused() if self.model.LEADS else Value(False))

    def ready(self):
        """Everything that a pair needs is there."""
        there = {f"has_{purpose}": True for purpose in NEEDED_TO_PAIR} | {"refuses_work": False}
        return self.with_readiness().filter(**there, **{f"lacks_{gate}": False for gate in self.model.GATES})

    def blocked(self):
        """Who cannot be paired in a programme that still runs."""
        return self.with_readiness().filter(programme__ends_on__gte=today()).exclude(pk__in=self.order_by().ready().values("pk"))

    def lacking_consents(self):
        """Of programmes that still run: when one is over, so are its consents."""
        missing = Q(*((f"has_{purpose}", False) for purpose in NEEDED_TO_PAIR), refuses_work=True, _connector=Q.OR)
        return self.with_readiness().filter(missing, programme__ends_on__gte=today())


def _consents_in_force(purpose):
    return Consent.objects.in_force(today()).filter(person=OuterRef("person"), purpose=purpose)


def _work_refused() -> Q:
    """The written yes to a mentor's duties was withdrawn and none is in force (ст. 351.8 ТК РФ)."""
    given = Consent.objects.filter(person=OuterRef("person"), purpose=ConsentPurpose.MENTOR_AGREEMENT, withdrawal__isnull=False)
    return Q(Exists(given)) & ~Q(Exists(_consents_in_force(ConsentPurpose.MENTOR_AGREEMENT)))


class ParticipantRecord(SchoolOwned):
    GATES: tuple[Gate, ...] = ()
    LEADS = False

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="%(class)ss")
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="%(class)ss")
    entered_on = models.DateField(_("entered the programme"), default=today)
    left_on = models.DateField(_("left the programme"), null=True, blank=True)
    results = ProseField(_("results"), blank=True)
    case_link = models.URLField(_("link to the case"), blank=True)
    topics = models.ManyToManyField("participants.Topic", blank=True, related_name="%(class)ss", verbose_name=_("topics"))
    interests = ProseField(_("interests"), blank=True)
    time_resource = models.CharField(_("resource of time"), max_length=120, blank=True)
    named_partners = ProseField(_("partners named in the sheet"), blank=True, editable=False)

    objects = school_manager(RecordQuerySet)

    class Meta:
        abstract = True
        ordering = ["person__search_key", "pk"]

    def __str__(self):
        return str(self.person)

    def get_absolute_url(self):
        return reverse("participants:person", args=[self.person_id])

    @property
    def help_topics(self) -> list:
        """What it is about, of `topics`; prefetch them."""
        return [topic for topic in self.topics.all() if topic.group in ABOUT_HELP]

    @property
    def interest_topics(self) -> list:
        return [topic for topic in self.topics.all() if topic.group == TopicGroup.INTEREST]

    @property
    def trait_topics(self) -> list:
        return [topic for topic in self.topics.all() if topic.group == TopicGroup.TRAIT]

    @property
    def missing_consents(self) -> list[str]:
        """Purposes whose consent is not in force; needs `with_readiness()`."""
        missing = [purpose for purpose in NEEDED_TO_PAIR if not getattr(self, f"has_{purpose}")]
        return [*missing, ConsentPurpose.MENTOR_AGREEMENT] if self.refuses_work else missing

    @property
    def missing_gates(self) -> list[str]:
        """Gates that the programme asks for and that are not passed; needs `with_readiness()`."""
        return [gate for gate in self.GATES if getattr(self, f"lacks_{gate}")]


class MentorRecord(ParticipantRecord):
    GATES = tuple(Gate)
    LEADS = True

    competences = ProseField(_("main competences"), blank=True)
    achievements = ProseField(_("achievements"), blank=True)
    category = models.CharField(_("category of the mentor"), max_length=10, choices=MentorCategory, blank=True)
    grade = models.CharField(_("grade of the mentor"), max_length=10, choices=MentorGrade, blank=True)
    wished_age = models.CharField(_("wished age of mentees"), max_length=60, blank=True)
    age_from = models.PositiveSmallIntegerField(_("wished age, from"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("wished age, to"), null=True, blank=True)
    class_from = models.PositiveSmallIntegerField(_("wished class, from"), null=True, blank=True)
    class_to = models.PositiveSmallIntegerField(_("wished class, to"), null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places for mentees"), default=1)

    class Meta(ParticipantRecord.Meta):
        verbose_name = _("mentor record")
        constraints = [models.UniqueConstraint(fields=["programme", "person"], name="one_mentor_record_per_programme")]

    @property
    def age_range(self) -> str:
        return _range(self.age_from, self.age_to)

    @property
    def class_range(self) -> str:
        return _range(self.class_from, self.class_to)


class MenteeRecord(ParticipantRecord):
    GATES = GATES_OF_MENTEES

    request = ProseField(_("main request"), blank=True)
    wished_mentor = ProseField(_("wished mentor"), blank=True)
    what_helps = ProseField(_("what helps: a word for the mentor"), blank=True)
    completed = models.BooleanField(_("completed the programme"), default=False)

    class Meta(ParticipantRecord.Meta):
        verbose_name = _("mentee record")
        constraints = [models.UniqueConstraint(fields=["programme", "person"], name="one_mentee_record_per_programme")]


def _range(first: int | None, last: int | None) -> str:
    """«5–7», an open end as three dots, empty for nothing."""
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or '…'}–{last or '…'}"
