"""Where codes lead, and whose askings are counted."""

import re

import pytest
from django.urls import reverse

from accounts.enums import Role
from mentoring.common.addresses import client_address, leads_here_only, site_address
from reports.models import Order
from reports.views.checking import ASKS
from tests.accounts.test_sign_in import PASSWORD
from tests.factories.reports import OrderFactory


@pytest.mark.parametrize(
    "address,is_local",
    [
        ("http://127.0.0.1:8000", True),
        ("http://localhost", True),
        ("http://[::1]:8000", True),
        ("http://127.8.8.8", True),
        ("http://192.168.1.5:8000", False),
        ("https://tandem.school12.ru", False),
        ("https://localhost.ru", False),
    ],
)
def test_an_address_of_this_computer_is_known(address, is_local):
    assert leads_here_only(address) is is_local


def test_the_address_of_the_installation_goes_before_the_host_that_was_asked(rf, settings):
    request = rf.get("/", headers={"Host": "127.0.0.1:8000"})
    assert site_address(request) == "http://127.0.0.1:8000"

    settings.TANDEM_ADDRESS = "https://tandem.school12.ru"

    assert site_address(request) == "https://tandem.school12.ru"


def test_a_signed_order_carries_the_address_of_the_installation(sign_in, director, settings):
    settings.TANDEM_ADDRESS = "https://tandem.school12.ru"
    order = OrderFactory(sent=True, programme__school=director.school)
    client = sign_in(director)
    read = re.search(rf'name="read-{order.pk}" value="(\w+)"', client.get(reverse("reports:orders_sign")).content.decode())[1]

    client.post(reverse("reports:orders_sign"), {"order": order.pk, f"read-{order.pk}": read})

    assert Order.objects.get(pk=order.pk).payload["check"]["site"] == "https://tandem.school12.ru"


WORDS = "ведут только на этот компьютер"


def test_who_signs_is_told_where_the_codes_lead(sign_in, director, settings):
    order = OrderFactory(sent=True, programme__school=director.school)
    client = sign_in(director)
    pages = [reverse("reports:orders_sign"), order.get_absolute_url()]

    assert [WORDS in client.get(page, headers={"Host": "localhost"}).content.decode() for page in pages] == [True, True]
    assert [WORDS in client.get(page).content.decode() for page in pages] == [False, False]
    settings.TANDEM_ADDRESS = "https://tandem.school12.ru"
    assert [WORDS in client.get(page, headers={"Host": "localhost"}).content.decode() for page in pages] == [False, False]


def test_the_administration_is_told_too_and_who_does_not_sign_is_not(sign_in, curator, administrator, director):
    order = OrderFactory(sent=True, programme__school=director.school)
    told = {"headers": {"Host": "127.0.0.1"}}

    assert WORDS in sign_in(administrator).get(reverse("accounts:requisites"), **told).content.decode()
    assert WORDS not in sign_in(curator).get(order.get_absolute_url(), **told).content.decode()


@pytest.mark.parametrize(
    "proxies,forwarded,who",
    [
        (0, "6.6.6.6, 5.5.5.5", "10.0.0.1"),
        (1, "6.6.6.6, 5.5.5.5", "5.5.5.5"),
        (2, "6.6.6.6, 5.5.5.5, 10.0.0.2", "5.5.5.5"),
        (2, "5.5.5.5", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "5.5.5.5,", "10.0.0.1"),
    ],
)
def test_only_what_our_proxies_wrote_is_believed(rf, settings, proxies, forwarded, who):
    settings.TANDEM_PROXIES = proxies

    assert client_address(rf.get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="10.0.0.1")) == who


def ask(client, visitor: str, said: str = "") -> int:
    forwarded = f"{said}, {visitor}" if said else visitor
    return client.get(reverse("reports:verify", args=["x" * 24]), headers={"X-Forwarded-For": forwarded}).status_code


def test_behind_a_proxy_one_visitor_does_not_use_up_the_checks_of_another(client, db, settings):
    settings.TANDEM_PROXIES = 1

    own = [ask(client, "5.5.5.5", said=f"6.6.6.{turn}") for turn in range(ASKS + 1)]

    assert own[-2:] == [404, 429]
    assert ask(client, "7.7.7.7") == 404


def test_failed_sign_ins_are_counted_for_each_visitor(client, give_role, settings):
    settings.TANDEM_PROXIES = 1
    person = give_role(Role.CURATOR, user__username="petrova").user

    def sign_in(visitor: str, login: str, password: str) -> bool:
        client.post(reverse("account_login"), {"login": login, "password": password}, headers={"X-Forwarded-For": f"1.1.1.1, {visitor}"})
        return "_auth_user_id" in client.session

    for turn in range(21):
        sign_in("5.5.5.5", f"nobody{turn}", "something else")

    assert not sign_in("5.5.5.5", person.username, PASSWORD)
    assert sign_in("7.7.7.7", person.username, PASSWORD)


def test_the_letter_on_a_forgotten_password_leads_to_the_address(client, give_role, settings, mailoutbox):
    settings.TANDEM_ADDRESS = "https://tandem.school12.ru"
    give_role(Role.CURATOR, user__email="petrova@school12.ru")

    client.post(reverse("account_reset_password"), {"email": "petrova@school12.ru"})

    assert "https://tandem.school12.ru/" in mailoutbox[0].body
