import pytest
from django.urls import reverse

from mentoring.common.numbers import number_of
from tests.factories.programmes import ProgrammeFactory

ENDLESS = "9" * 5000  # more digits than `int` reads


@pytest.mark.parametrize(
    "text, number",
    [
        ("12", 12),
        ("0", 0),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        (ENDLESS, None),
        ("-1", None),
        ("1.5", None),
        ("²", None),
        ("", None),
        (None, None),
    ],
)
def test_a_number_is_read_and_anything_else_is_none(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize(
    "address, name",
    [
        ("participants:sheets_print", "person"),
        ("participants:obstacles", "programme"),
        ("pairs:propose", "programme"),
        ("reports:order_prepare", "programme"),
        ("reports:order_kinds", "programme"),
    ],
)
def test_an_endless_key_in_the_address_is_not_found(address, name, sign_in, curator):
    assert sign_in(curator).get(reverse(address), {name: ENDLESS}).status_code == 404


def test_an_endless_programme_of_consents_is_everybody(sign_in, curator):
    assert sign_in(curator).get(reverse("participants:consents_record"), {"programme": ENDLESS}).status_code == 200


def test_endless_keys_tick_nobody(sign_in, curator):
    response = sign_in(curator).post(reverse("participants:consents_record"), {"people": [ENDLESS]})

    assert response.status_code == 200


def test_an_endless_filter_is_not_found(sign_in, curator):
    ticked = {"step": "remove", "filter": ENDLESS}

    assert sign_in(curator).post(reverse("participants:people"), ticked).status_code == 404


def test_an_order_that_no_button_names_is_not_found(sign_in, director):
    assert sign_in(director).post(reverse("reports:orders_sign"), {"order": [ENDLESS]}).status_code == 404


def test_an_endless_reader_of_a_letter_is_not_found(sign_in, curator):
    programme = ProgrammeFactory(school=curator.school)
    address = reverse("reports:document_make", args=[programme.pk, "case"])

    assert sign_in(curator).get(address, {"pair": ENDLESS}).status_code == 404
