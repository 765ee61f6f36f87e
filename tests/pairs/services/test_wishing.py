import datetime

import pytest
from django.core.exceptions import PermissionDenied

from accounts.bearer import Bearer
from accounts.models import AuditEvent
from accounts.services.links import issue_links
from mentoring.common.clock import pretend
from mentoring.common.refusal import Refusal
from pairs.enums import Attitude, WishWay
from pairs.models import Wish, WishSheet
from pairs.queries.wishes import asked_of
from pairs.services import close_wish_round, give_views, give_wishes, issue_wish_links, open_wish_round
from tests.factories.pairs import PairFactory, WishSheetFactory
from tests.factories.participants import MentorRecordFactory

LAST = datetime.date(2026, 11, 20)


@pytest.fixture
def mentors(programme, wish_round):
    return [MentorRecordFactory(programme=programme, person__ready=True) for _number in range(4)]


def with_reasons(mentors):
    return [(mentor, "умеет объяснять") for mentor in mentors]


def sign_in_as(person, actor):
    person.user = actor.user
    person.save()
    return actor


def test_a_mentee_ranks_three_mentors(mentee, mentors, mentee_actor):
    sign_in_as(mentee.person, mentee_actor)

    sheet = give_wishes(actor=mentee_actor, mentee=mentee, wishes=with_reasons(mentors[:3]))

    assert [(wish.mentor, wish.rank) for wish in sheet.wishes.all()] == list(zip(mentors[:3], [1, 2, 3], strict=True))
    assert (sheet.way, sheet.entered_by) == (WishWay.SIGNED_IN, None)
    assert AuditEvent.objects.get(name="wishes.given").details == {"way": "signed_in", "count": 3}


def test_nobody_chosen_leaves_it_to_the_curator(mentee, mentors, curator):
    sheet = give_wishes(actor=curator, mentee=mentee, wishes=[])

    assert (sheet.wishes.count(), sheet.way, sheet.entered_by) == (0, WishWay.PAPER, curator)


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_wishes_are_too_few(mentee, mentors, curator, count):
    with pytest.raises(Refusal, match="хотя бы 3"):
        give_wishes(actor=curator, mentee=mentee, wishes=with_reasons(mentors[:count]))

    assert not WishSheet.objects.exists()


def test_where_two_are_offered_two_are_enough(programme, mentee, wish_round, curator):
    two = [MentorRecordFactory(programme=programme, person__ready=True) for _number in range(2)]

    assert give_wishes(actor=curator, mentee=mentee, wishes=with_reasons(two)).wishes.count() == 2


def test_a_later_answer_takes_the_place_of_the_earlier(mentee, mentors, curator):
    give_wishes(actor=curator, mentee=mentee, wishes=with_reasons(mentors[:3]))

    give_wishes(actor=curator, mentee=mentee, wishes=with_reasons(mentors[1:]))

    assert WishSheet.objects.count() == 1
    assert list(Wish.objects.values_list("mentor_id", flat=True)) == [mentor.pk for mentor in mentors[1:]]
    assert AuditEvent.objects.filter(name__startswith="wishes.").values_list("name", flat=True)[0] == "wishes.changed"


def test_nobody_is_named_twice(mentee, mentors, curator):
    with pytest.raises(Refusal, match="дважды"):
        give_wishes(actor=curator, mentee=mentee, wishes=with_reasons([mentors[0], mentors[0], mentors[1]]))


def test_a_mentor_who_left_meanwhile_is_named_in_the_refusal(mentee, mentors, curator):
    mentors[1].left_on = LAST
    mentors[1].save()

    with pytest.raises(Refusal, match=mentors[1].person.surname):
        give_wishes(actor=curator, mentee=mentee, wishes=with_reasons(mentors[:3]))


def test_a_mentee_in_a_pair_has_nobody_to_choose(programme, mentee, mentors, curator):
    PairFactory(programme=programme, group=0, mentees=[mentee])

    with pytest.raises(Refusal):
        give_wishes(actor=curator, mentee=mentee, wishes=with_reasons(mentors[:3]))


def test_the_own_answer_says_why(mentee, mentors, mentee_actor):
    sign_in_as(mentee.person, mentee_actor)

    with pytest.raises(Refusal, match="почему"):
        give_wishes(actor=mentee_actor, mentee=mentee, wishes=[(mentor, " ") for mentor in mentors[:3]])


def test_after_the_last_day_nobody_answers(mentee, mentors, curator):
    with pretend(LAST + datetime.timedelta(days=1)), pytest.raises(Refusal, match="20 ноября"):
        give_wishes(actor=curator, mentee=mentee, wishes=[])


def test_somebody_else_answers_for_nobody(mentee, mentors, mentee_actor, mentor_actor):
    for actor in (mentee_actor, mentor_actor):
        with pytest.raises(PermissionDenied):
            give_wishes(actor=actor, mentee=mentee, wishes=[])


def test_a_link_opens_its_own_sheet_alone(mentee, new_mentee, mentors, curator):
    other = new_mentee()
    link = issue_links(actor=curator, purpose="wishes_mentee", subjects=[mentee.pk], expires_on=LAST)[mentee.pk]
    bearer = Bearer(mentee.school_id, mentee.person.full_name)

    assert give_wishes(actor=bearer, mentee=mentee, wishes=[], link=link).way == WishWay.LINK
    link.refresh_from_db()
    assert link.used_at is not None
    with pytest.raises(PermissionDenied):
        give_wishes(actor=bearer, mentee=other, wishes=[], link=link)


def test_a_mentor_says_whom_gladly_and_whom_rather_not(new_mentee, mentors, curator):
    mentees = [new_mentee() for _number in range(5)]
    views = dict.fromkeys(mentees[:3], (Attitude.PREFER, "")) | {mentees[3]: (Attitude.AVOID, "родня"), mentees[4]: (Attitude.NEUTRAL, "")}

    sheet = give_views(actor=curator, mentor=mentors[0], views=views)

    assert dict(sheet.views.values_list("mentee_id", "attitude")) == {
        **{one.pk: "prefer" for one in mentees[:3]},
        mentees[3].pk: "avoid",
    }


@pytest.mark.parametrize("attitude, reason", [(Attitude.PREFER, ""), (Attitude.AVOID, " ")])
def test_one_favourite_or_a_silent_no_is_refused(new_mentee, mentors, curator, attitude, reason):
    mentees = [new_mentee() for _number in range(3)]

    with pytest.raises(Refusal):
        give_views(actor=curator, mentor=mentors[0], views={mentees[0]: (attitude, reason)})


def test_mentors_answer_only_where_the_programme_asks_them(wish_round, mentors, curator):
    wish_round.asks_mentors = False
    wish_round.save()

    with pytest.raises(Refusal):
        give_views(actor=curator, mentor=mentors[0], views={})


def test_a_round_opens_closes_and_opens_again(programme, curator, mentee):
    opened = open_wish_round(actor=curator, programme=programme, closes_on=LAST)
    sheet = WishSheetFactory(mentee=mentee, round=opened)
    close_wish_round(actor=curator, wish_round=opened)
    opened.refresh_from_db()
    assert not opened.is_open

    again = open_wish_round(actor=curator, programme=programme, closes_on=LAST, asks_mentors=True)

    assert (again.pk, again.is_open, again.asks_mentors) == (opened.pk, True, True)
    assert list(again.sheets.all()) == [sheet]


@pytest.mark.parametrize("day", [datetime.date(2026, 11, 9), datetime.date(2028, 1, 1)])
def test_a_round_ends_within_the_programme_and_not_in_the_past(programme, curator, day):
    with pytest.raises(Refusal):
        open_wish_round(actor=curator, programme=programme, closes_on=day)


def test_everybody_who_is_ready_is_asked_and_gets_a_link(wish_round, mentee, mentors, curator):
    asked = asked_of(wish_round)

    links = issue_wish_links(actor=curator, wish_round=wish_round, asked=asked)

    assert {one.record.pk for one in asked if one.side == "mentee"} == {mentee.pk}
    assert len(links) == 1 + len(mentors)
    assert {link.expires_on for link in links.values()} == {LAST}
