import datetime

import factory
from factory.django import DjangoModelFactory

from programmes.models import Form, Kind, Measure, Programme, RoleModel, SchoolYear, Stage
from tests.factories.accounts import MembershipFactory, SchoolFactory


class SchoolYearFactory(DjangoModelFactory):
    class Meta:
        model = SchoolYear
        django_get_or_create = ("school", "starts_on")

    school = factory.SubFactory(SchoolFactory)
    starts_on = datetime.date(2026, 9, 1)
    ends_on = datetime.date(2027, 8, 31)


class FormFactory(DjangoModelFactory):
    class Meta:
        model = Form
        django_get_or_create = ("school", "code")

    school = factory.SubFactory(SchoolFactory)
    code = "pupil_pupil"
    title = "Ученик – ученик"
    mentor_kinds = ["pupil"]
    mentee_kinds = ["pupil"]


class RoleModelFactory(DjangoModelFactory):
    class Meta:
        model = RoleModel
        django_get_or_create = ("form", "code")

    school = factory.SubFactory(SchoolFactory)
    form = factory.SubFactory(FormFactory, school=factory.SelfAttribute("..school"))
    code = "achiever_struggling"
    title = "Успевающий – неуспевающий"


class KindFactory(DjangoModelFactory):
    class Meta:
        model = Kind
        django_get_or_create = ("school", "code")

    school = factory.SubFactory(SchoolFactory)
    code = "traditional"
    title = "Традиционное («один на один»)"


class ProgrammeFactory(DjangoModelFactory):
    """A programme of the form pupil and pupil; `forms=[…]` gives other ones."""

    class Meta:
        model = Programme
        skip_postgeneration_save = True

    school = factory.SubFactory(SchoolFactory)
    year = factory.SubFactory(SchoolYearFactory, school=factory.SelfAttribute("..school"))
    title = factory.Sequence(lambda n: f"Программа наставничества {n + 1}")
    starts_on = datetime.date(2026, 9, 1)
    ends_on = datetime.date(2027, 8, 31)
    preset = "target_model"
    preset_version = "2026.1"
    created_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))

    @factory.post_generation
    def forms(self, create, extracted, **kwargs):
        if create:
            self.forms.set([FormFactory(school=self.school)] if extracted is None else extracted)


class StageFactory(DjangoModelFactory):
    class Meta:
        model = Stage

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    number = factory.Sequence(lambda n: n + 1)
    code = factory.Sequence(lambda n: f"stage-{n + 1}")
    title = "Подготовка условий"


class MeasureFactory(DjangoModelFactory):
    class Meta:
        model = Measure

    stage = factory.SubFactory(StageFactory)
    school = factory.SelfAttribute("stage.school")
    position = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Провести мероприятие {n + 1}")
    starts_on = datetime.date(2026, 9, 1)
    ends_on = datetime.date(2026, 10, 31)
