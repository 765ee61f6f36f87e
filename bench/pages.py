"""Server time of a list page against Django admin's changelist of the same rows."""

from django.test import Client
from django_scopes import scope

from accounts.middleware import SESSION_KEY
from bench.harness import figure
from tests.factories.accounts import MembershipFactory, SchoolFactory, UserFactory
from tests.factories.pairs import MeetingFactory, PairFactory
from tests.factories.programmes import ProgrammeFactory

ROWS = 30
PAIRS, ADMIN = "/pairs/", "/admin/pairs/pair/"


@figure("pages.pairs_list_vs_admin", target=0.6)
def pairs_list_vs_admin():
    school = SchoolFactory()
    curator = MembershipFactory(school=school, user=UserFactory(is_staff=True, is_superuser=True))
    with scope(school=school):
        programme = ProgrammeFactory(school=school)
        for _row in range(ROWS):
            MeetingFactory(pair=PairFactory(programme=programme, active=True))
    client = Client()
    client.force_login(curator.user)
    session = client.session
    session[SESSION_KEY] = curator.pk
    session.save()
    assert client.get(PAIRS).content.count(b'<tr class="has-link"') == ROWS, "our page does not show all rows"
    assert client.get(ADMIN).content.count(b'name="_selected_action"') == ROWS, "admin's page does not show all rows"
    yield lambda: client.get(PAIRS), lambda: client.get(ADMIN)
