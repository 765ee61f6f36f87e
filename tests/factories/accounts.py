import factory
from factory.django import DjangoModelFactory

from accounts.enums import Role
from accounts.models import Membership, School, User

PASSWORD = "long enough 12"


class SchoolFactory(DjangoModelFactory):
    class Meta:
        model = School

    full_name = factory.Sequence(lambda n: f"Муниципальное бюджетное общеобразовательное учреждение «Школа № {n + 1}»")
    short_name = factory.Sequence(lambda n: f"МБОУ «Школа № {n + 1}»")
    founder = "Управление образования города Заречинска"
    place = "г. Заречинск"
    director_surname = "Громова"
    director_name = "Ольга"
    director_patronymic = "Ивановна"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n + 1}")
    last_name = factory.Sequence(lambda n: f"Фамильева{n + 1}")
    first_name = "Анна"
    patronymic = "Сергеевна"
    password = factory.django.Password(PASSWORD)


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    role = Role.CURATOR
