"""Who reads the category of a mentee: each cell of quality's table on safeguarding for these fields."""

import io

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.enums import Role
from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from participants.enums import NeedCategory
from participants.models import MenteeCategory
from participants.services import read_needs, record_needs
from tests.factories.pairs import PairFactory
from tests.factories.participants import ConsentFactory, GuardianFactory

SECRETS = [str(NeedCategory(need).label) for need in (NeedCategory.HEALTH, NeedCategory.HARDSHIP, NeedCategory.BEHAVIOUR)]
KEEPERS, LEADERS = {Role.CURATOR, Role.PSYCHOLOGIST}, {Role.DIRECTOR, Role.COORDINATOR}
PAGES = ("participants:mentees", "participants:mentors", "participants:obstacles", "participants:search", "pairs:list", "home")


@pytest.fixture
def pair(school):
    """A mentee with three secrets, in a pair; mentor, mentee and guardian of the table are those of the pair."""
    pair = PairFactory(active=True, programme__school=school)
    GuardianFactory(person=pair.mentee_people[0])
    ConsentFactory(person=pair.mentee_people[0], purpose="special_category")
    for need in (NeedCategory.HEALTH, NeedCategory.HARDSHIP, NeedCategory.BEHAVIOUR):
        MenteeCategory.objects.create(school=school, mentee=mentee_of(pair), category=need, recorded_by=pair.proposed_by)
    return pair


def mentee_of(pair):
    return pair.seats.get().mentee


@pytest.fixture
def actors(give_role, pair):
    mentee = pair.mentee_people[0]
    people = {Role.MENTOR: pair.mentor.person, Role.MENTEE: mentee, Role.GUARDIAN: mentee.guardians.get()}
    found = {role: give_role(role, class_name=mentee.class_name if role == Role.CLASS_TEACHER else "") for role in Role}
    for role, person in people.items():
        person.user = found[role].user
        person.save(update_fields=["user"])
    return found


def told(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("role", Role)
def test_page_of_categories_opens_to_those_who_work_with_them(sign_in, actors, pair, role):
    response = sign_in(actors[role]).get(reverse("participants:needs", args=[mentee_of(pair).pk]))

    assert response.status_code == (200 if role in KEEPERS | LEADERS else 403)
    if role in KEEPERS:
        assert response.context["form"].initial == {"categories": ["behaviour", "hardship", "health"]}
    else:
        assert told(response.content.decode()) == []


@pytest.mark.parametrize("role", Role)
def test_no_other_page_says_the_category_to_anybody(sign_in, actors, pair, role):
    client = sign_in(actors[role])
    person = mentee_of(pair).person

    pages = [client.get(person.get_absolute_url()), client.get(pair.get_absolute_url()), *(client.get(reverse(name)) for name in PAGES)]

    assert any(page.status_code == 200 for page in pages)
    assert [told(page.content.decode()) for page in pages] == [[]] * len(pages)


@pytest.mark.parametrize("role", [Role.CURATOR, Role.PSYCHOLOGIST, Role.DIRECTOR, Role.COORDINATOR, Role.CLASS_TEACHER])
def test_workbook_of_the_list_has_no_category(sign_in, actors, pair, role):
    response = sign_in(actors[role]).get(reverse("participants:mentees"), {"export": "xlsx"})

    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    cells = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    assert mentee_of(pair).person.surname in cells
    assert told(cells) == []


@pytest.mark.parametrize("role", sorted(LEADERS))
def test_who_leads_reads_it_with_a_reason_and_not_without(sign_in, actors, pair, role):
    client, address = sign_in(actors[role]), reverse("participants:needs", args=[mentee_of(pair).pk])

    asked = client.get(address).content.decode()
    refused = client.post(address, {"reason": "надо"}).content.decode()
    shown = client.post(address, {"reason": "готовлю совет профилактики"}).content.decode()

    assert (told(asked), told(refused), told(shown)) == ([], [], SECRETS)
    event = AuditEvent.objects.get(name="needs.viewed")
    assert event.details == {"reason": "готовлю совет профилактики"}


def test_every_look_of_the_curator_stands_in_the_journal_without_the_category(sign_in, actors, pair):
    client, address = sign_in(actors[Role.CURATOR]), reverse("participants:needs", args=[mentee_of(pair).pk])

    client.get(address)
    client.get(address)
    client.post(address, {"categories": ["gifted"]})

    events = AuditEvent.objects.filter(name__startswith="needs.")
    assert sorted(event.name for event in events) == ["needs.recorded", "needs.viewed", "needs.viewed"]
    assert told(" ".join(f"{event.subject} {event.details}" for event in events)) == []
    assert list(MenteeCategory.objects.values_list("category", flat=True)) == ["gifted"]


@pytest.mark.parametrize("role", [role for role in Role if role not in KEEPERS])
def test_nobody_else_writes_or_asks_for_the_rows(actors, pair, role):
    with pytest.raises(PermissionDenied):
        record_needs(actor=actors[role], mentee=mentee_of(pair), categories=["gifted"])
    with pytest.raises(Refusal if role in LEADERS else PermissionDenied):
        read_needs(actor=actors[role], mentee=mentee_of(pair))
    assert not MenteeCategory.objects.visible_to(actors[role]).exists()
    assert MenteeCategory.objects.count() == 3


@pytest.mark.parametrize("role, knows", [(Role.CURATOR, True), (Role.PSYCHOLOGIST, True), (Role.DIRECTOR, False)])
def test_that_there_is_a_sheet_about_health_is_for_who_keeps_it_or_helps(sign_in, actors, pair, role, knows):
    page = sign_in(actors[role]).get(mentee_of(pair).person.get_absolute_url())

    assert ("Сведения о здоровье" in page.text) is knows
    assert "Обработка персональных данных" in page.text
