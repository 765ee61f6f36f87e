import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.services.requisites import edit_requisites
from mentoring.common.refusal import Refusal

WORDS = {
    "full_name": "Муниципальное бюджетное общеобразовательное учреждение «Школа № 7»",
    "short_name": "Школа № 7",
    "place": "г. Заречинск",
    "postal_address": "623700, г. Заречинск, ул. Лесная, д. 4",
    "inn": "6604012345",
    "ogrn": "1026600661234",
    "phone": "+7 343 222-11-00",
    "email": "school7@example.ru",
    "site": "https://school7.example.ru",
    "director_post": "Директор",
    "director_surname": "Громова",
    "director_name": "Ольга",
}


def test_the_administration_writes_the_requisites(sign_in, administrator, school):
    response = sign_in(administrator).post(reverse("accounts:requisites"), WORDS)

    school.refresh_from_db()
    assert response.url == reverse("accounts:requisites")
    assert {name: getattr(school, name) for name in WORDS} == WORDS
    assert AuditEvent.objects.get().name == "school.requisites_edited"


@pytest.mark.parametrize("field, value", [("inn", "66"), ("ogrn", "не помню"), ("email", "нет"), ("full_name", "")])
def test_a_wrong_requisite_is_told_and_nothing_is_written(sign_in, administrator, school, field, value):
    before = school.short_name

    response = sign_in(administrator).post(reverse("accounts:requisites"), WORDS | {field: value})

    school.refresh_from_db()
    assert field in response.context["form"].errors
    assert school.short_name == before


def test_the_service_checks_on_its_own(administrator):
    with pytest.raises(Refusal):
        edit_requisites(actor=administrator, inn="12")


def test_nobody_else_writes_them(curator):
    with pytest.raises(PermissionDenied):
        edit_requisites(actor=curator, phone="1")


def test_the_short_name_stands_in_cases_by_the_rules_or_as_the_school_writes_it(sign_in, administrator, school):
    page, own = reverse("accounts:requisites"), {"short_name_genitive": "Школы-семёрки"}
    client = sign_in(administrator)

    client.post(page, WORDS | {"short_name": "МАОУ гимназия № 40"})
    school.refresh_from_db()
    assert (school.short_name_of, school.short_name_in) == ("МАОУ гимназии № 40", "МАОУ гимназии № 40")
    assert client.get(page).content.decode().count("«МАОУ гимназии № 40»") == 2

    client.post(page, WORDS | own)
    school.refresh_from_db()
    assert (school.short_name_of, school.short_name_in) == ("Школы-семёрки", "Школе № 7")


def test_a_name_made_of_html_stands_in_its_preview_as_words(sign_in, administrator, school):
    client = sign_in(administrator)

    client.post(reverse("accounts:requisites"), WORDS | {"short_name": "<b>школа</b>"})

    text = client.get(reverse("accounts:requisites")).content.decode()
    assert "&lt;b&gt;школа&lt;/b&gt;" in text
    assert "<b>школа" not in text
