import datetime
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from pypdf import PdfReader

from accounts.bearer import Bearer
from accounts.link_sheets import LinkCard, link_sheet
from accounts.links import personal_page
from accounts.models import AuditEvent, PersonalLink
from accounts.permissions import Permission
from accounts.services.links import issue_links, note_used, revoke_links, token_of
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal

SOON = datetime.timedelta(days=14)


@pytest.fixture
def link(curator):
    return issue_links(actor=curator, purpose="wishes", subjects=[7], expires_on=today() + SOON)[7]


@pytest.fixture
def opened(rf, django_user_model):
    """Call it with a token to open the page of wishes as nobody."""

    @personal_page("wishes")
    def page(request, link):
        return HttpResponse(f"{link.subject} {request.actor}")

    return lambda token: page(rf.get("/"), token=token)


def test_link_opens_its_page_without_a_sign_in(link, opened):
    response = opened(token_of(link))

    assert response.content.decode() == "7 None"
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    assert PersonalLink.objects.get().opened_at is not None


@pytest.mark.parametrize(
    "spoil", [lambda token: token[:-1], lambda token: token.replace("-", "-1", 1), lambda token: "1-1~x", lambda token: ""]
)
def test_forged_link_does_not_exist(link, opened, spoil):
    with pytest.raises(Http404):
        opened(spoil(token_of(link)))


def test_link_of_one_purpose_opens_no_page_of_another(curator, opened):
    other = issue_links(actor=curator, purpose="entry", subjects=[7], expires_on=today() + SOON)[7]

    with pytest.raises(Http404):
        opened(token_of(other))


def test_link_of_another_school_does_not_answer_in_this_one(link, opened, other_school):
    PersonalLink.objects.filter(pk=link.pk).update(school=other_school)

    with pytest.raises(Http404):
        opened(token_of(link))


def test_expired_link_says_what_to_do(link, opened):
    PersonalLink.objects.filter(pk=link.pk).update(expires_on=today() - datetime.timedelta(days=1))

    response = opened(token_of(link))

    assert response.status_code == 410
    assert link.school.short_name in response.content.decode()


def test_revoked_link_is_closed_at_once_and_a_new_one_has_another_address(curator, link, opened):
    revoke_links(actor=curator, purpose="wishes", subject=7)
    new = issue_links(actor=curator, purpose="wishes", subjects=[7], expires_on=today() + SOON)[7]

    assert opened(token_of(link)).status_code == 410
    assert opened(token_of(new)).status_code == 200
    assert AuditEvent.objects.filter(name="personallink.revoked").count() == 1


def test_issuing_again_keeps_the_address_and_only_lengthens_the_term(curator, link):
    later, earlier = today() + 2 * SOON, today()

    issue_links(actor=curator, purpose="wishes", subjects=[7, 8], expires_on=later)
    again = issue_links(actor=curator, purpose="wishes", subjects=[7], expires_on=earlier)[7]

    assert token_of(again) == token_of(link)
    assert again.expires_on == later
    assert PersonalLink.objects.count() == 2


def test_links_for_three_hundred_people_cost_as_many_queries_as_for_one(curator, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        issue_links(actor=curator, purpose="wishes", subjects=range(1, 301), expires_on=today() + SOON)


def test_three_hundred_links_are_lengthened_at_once(curator, django_assert_max_num_queries):
    issue_links(actor=curator, purpose="wishes", subjects=range(1, 301), expires_on=today())

    with django_assert_max_num_queries(7):
        longer = issue_links(actor=curator, purpose="wishes", subjects=range(1, 301), expires_on=today() + SOON)

    assert {link.expires_on for link in longer.values()} == {today() + SOON}


def test_links_that_would_not_work_today_are_refused(curator):
    with pytest.raises(Refusal):
        issue_links(actor=curator, purpose="wishes", subjects=[7], expires_on=today() - datetime.timedelta(days=1))


def test_used_link_remembers_when(link):
    note_used(link)

    assert PersonalLink.objects.get().used_at is not None


def test_bearer_may_nothing_that_needs_a_permission(school):
    bearer = Bearer(school.pk, "Ученикова Вера")

    assert not any(bearer.may(permission) for permission in Permission)
    with pytest.raises(PermissionDenied):
        bearer.must(Permission.VIEW_PEOPLE)


def test_sheet_has_a_card_with_name_and_address_for_everybody():
    cards = [LinkCard(f"Ученикова {place}", "7Б", f"https://school.example/q/{place}") for place in range(1, 12)]

    paper = link_sheet(title="Анкета", lead="Откройте ссылку", until=datetime.date(2026, 10, 1), cards=cards)

    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(paper.pdf)).pages)
    assert all(card.name in text and card.address in text for card in cards)
    assert "Действует до 01.10.2026" in text
    assert paper.html.count("<svg") == 11
