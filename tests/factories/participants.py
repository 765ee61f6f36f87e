import datetime
import uuid

import factory
from factory.django import DjangoModelFactory

from participants.enums import NEEDED_TO_PAIR, ConsentPurpose, EntryWay, Gate, ImportBase, SignerBasis, TopicGroup
from participants.models import (
    Application,
    BulkChange,
    ChosenGate,
    Consent,
    ConsentSheet,
    EntryAnswers,
    EntryDraft,
    GateMark,
    Guardian,
    MenteeRecord,
    MentorRecord,
    Person,
    Topic,
    TrainingSession,
)
from programmes.enums import PersonKind
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.programmes import ProgrammeFactory


class PersonFactory(DjangoModelFactory):
    """A pupil of 13–14; `teacher=True` an adult. `ready=True` gives the consents that a pair needs."""

    class Meta:
        model = Person
        skip_postgeneration_save = True

    class Params:
        teacher = factory.Trait(
            kind=PersonKind.TEACHER, class_name="", birth_date=datetime.date(1980, 5, 17), post="учитель математики", subject="математика"
        )

    school = factory.SubFactory(SchoolFactory)
    surname = factory.Sequence(lambda n: f"Ученикова{n + 1}")
    name = "Вера"
    patronymic = "Петровна"
    birth_date = datetime.date(2013, 3, 12)
    kind = PersonKind.PUPIL
    class_name = "7Б"

    @factory.post_generation
    def ready(self, create, extracted, **kwargs):
        if create and extracted:
            for purpose in NEEDED_TO_PAIR:
                ConsentFactory(person=self, purpose=purpose)


class GuardianFactory(DjangoModelFactory):
    class Meta:
        model = Guardian

    person = factory.SubFactory(PersonFactory)
    school = factory.SelfAttribute("person.school")
    full_name = factory.Sequence(lambda n: f"Родителева{n + 1} Ольга Юрьевна")
    basis = SignerBasis.PARENT
    phone = "+7 900 000-00-00"


class ConsentFactory(DjangoModelFactory):
    class Meta:
        model = Consent

    person = factory.SubFactory(PersonFactory)
    school = factory.SelfAttribute("person.school")
    purpose = ConsentPurpose.PROCESSING
    text_version = "1"
    text_sha256 = "0" * 64
    signer = "Родителева Ольга Юрьевна"
    basis = SignerBasis.PARENT
    given_on = datetime.date(2026, 9, 5)
    recorded_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class MentorRecordFactory(DjangoModelFactory):
    class Meta:
        model = MentorRecord

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    person = factory.SubFactory(
        PersonFactory, school=factory.SelfAttribute("..school"), class_name="9А", birth_date=datetime.date(2011, 2, 3)
    )
    entered_on = datetime.date(2026, 9, 10)
    competences = "математика, подготовка к контрольным"


class MenteeRecordFactory(DjangoModelFactory):
    class Meta:
        model = MenteeRecord

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    person = factory.SubFactory(PersonFactory, school=factory.SelfAttribute("..school"))
    entered_on = datetime.date(2026, 9, 10)
    request = "подтянуть математику"


class ConsentSheetFactory(DjangoModelFactory):
    class Meta:
        model = ConsentSheet

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    person = factory.SubFactory(PersonFactory, school=factory.SelfAttribute("..school"))
    purpose = ConsentPurpose.PROCESSING
    text_version = "1"
    text_sha256 = "0" * 64
    issued_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class ChosenGateFactory(DjangoModelFactory):
    class Meta:
        model = ChosenGate

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    gate = Gate.INTERVIEW


class GateMarkFactory(DjangoModelFactory):
    class Meta:
        model = GateMark

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    person = factory.SubFactory(PersonFactory, school=factory.SelfAttribute("..school"))
    gate = Gate.INTERVIEW
    held_on = datetime.date(2026, 9, 12)
    recorded_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class TrainingSessionFactory(DjangoModelFactory):
    class Meta:
        model = TrainingSession

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    title = "Первая встреча с наставляемым"
    held_on = datetime.date(2026, 9, 14)
    created_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    school = factory.SubFactory(SchoolFactory)
    group = TopicGroup.SUBJECT
    title = factory.Sequence(lambda n: f"Предмет {n + 1}")
    position = factory.Sequence(lambda n: n + 1)


class EntryAnswersFactory(DjangoModelFactory):
    class Meta:
        model = EntryAnswers

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    person = factory.SubFactory(PersonFactory, school=factory.SelfAttribute("..school"))
    base = ImportBase.MENTORS
    text_version = "2026.1"
    answers = factory.LazyFunction(lambda: {"competences": "объясняю дроби", "time": "по вторникам"})
    way = EntryWay.PAPER


class EntryDraftFactory(DjangoModelFactory):
    class Meta:
        model = EntryDraft

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    person = factory.SubFactory(PersonFactory, school=factory.SelfAttribute("..school"))
    base = ImportBase.MENTORS
    way = EntryWay.PAPER
    answers = factory.LazyFunction(lambda: {"time": "по вторникам"})


class ApplicationFactory(DjangoModelFactory):
    """A pupil of 13 wants a mentor."""

    class Meta:
        model = Application

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    base = ImportBase.MENTEES
    surname = factory.Sequence(lambda n: f"Новенькая{chr(1072 + n % 32)}")
    name = "Дарья"
    patronymic = "Олеговна"
    birth_date = datetime.date(2013, 4, 5)
    kind = PersonKind.PUPIL
    class_name = "7Б"
    guardian = "Новенькая Ирина Львовна"
    words = "подтянуть физику"
    form_key = factory.LazyFunction(uuid.uuid4)


class BulkChangeFactory(DjangoModelFactory):
    class Meta:
        model = BulkChange

    made_by = factory.SubFactory(MembershipFactory)
    school = factory.SelfAttribute("made_by.school")
    base = "mentors"
    field = "record.capacity"
    value = 2
