import pytest

from tests.factories.participants import PersonFactory


@pytest.fixture
def kept(school):
    return PersonFactory(school=school, surname="Ёлкина", phone="")


@pytest.fixture
def lost(school):
    return PersonFactory(school=school, surname="Елкина", birth_date=None, phone="+7 900 111-22-33", class_name="7В")
