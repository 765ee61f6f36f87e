"""Server time of a list page against Django admin's changelist of the same rows."""

from django.test import Client
from django_scopes import scope

from accounts.middleware import SESSION_KEY
from bench.harness import figure
from mentoring.common.clock import today
from mentoring.common.dates import school_year_bounds
from programmes.models import Form, Kind
from programmes.services import create_programme
from tests.factories.accounts import MembershipFactory, SchoolFactory, UserFactory
from tests.factories.pairs import MeetingFactory, PairFactory

ROWS = 30
PAIRS, ADMIN = "/pairs/", "/admin/pairs/pair/"


def school_programme(curator):
    """A programme with the dictionaries that a real school has: they are the choices of the list's filter."""
    starts_on, ends_on = school_year_bounds(today())
    return create_programme(actor=curator, preset="target_model", title="Вместе", starts_on=starts_on, ends_on=ends_on)


@figure("pages.pairs_list_vs_admin", target=0.6)
def pairs_list_vs_admin():
    school = SchoolFactory()
    curator = MembershipFactory(school=school, user=UserFactory(is_staff=True, is_superuser=True))
    with scope(school=school):
        programme = school_programme(curator)
        forms, kinds = list(Form.objects.all()), list(Kind.objects.all())
        for row in range(ROWS):
            form = forms[row % len(forms)]
            entries = {"form": form, "role_model": form.role_models.first(), "kind": kinds[row % len(kinds)]}
            MeetingFactory(pair=PairFactory(programme=programme, active=True, **entries))
    client = Client()
    client.force_login(curator.user)
    session = client.session
    session[SESSION_KEY] = curator.pk
    session.save()
    assert client.get(PAIRS).content.count(b'<tr class="has-link"') == ROWS, "our page does not show all rows"
    assert client.get(ADMIN).content.count(b'name="_selected_action"') == ROWS, "admin's page does not show all rows"
    yield lambda: client.get(PAIRS), lambda: client.get(ADMIN)
