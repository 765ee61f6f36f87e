import datetime
import json

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.models import AuditEvent
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from reports.enums import Way
from reports.models import Acknowledgement
from reports.queries.order_texts import kind_words
from reports.services import confirm_reading, mark_signed_sheet, prepare_order, send_order, sign_order, unmark_signed_sheet
from tests.factories.accounts import UserFactory
from tests.factories.participants import GuardianFactory
from tests.factories.reports import OrderFactory, signed_order

MINE = reverse("reports:acknowledgements")


@pytest.fixture
def order(director):
    return signed_order(by=director, size=1)


def page_of(order) -> str:
    return reverse("reports:acknowledgement", args=[order.pk])


def line_of(order, person) -> Acknowledgement:
    return order.acknowledgements.get(person=person)


def test_signing_opens_a_line_for_everybody_named(order):
    pair = order.pairs.get()

    people = set(order.acknowledgements.exclude(person=None).values_list("person", flat=True))
    assert people == {pair.mentor.person_id, pair.mentee_people[0].pk}
    assert order.acknowledgements.filter(user=order.author.user).count() == 1


def test_mentor_confirms_by_the_own_login_once(sign_in, mentor_actor, order):
    mentor = order.pairs.get().mentor.person
    mentor.user = mentor_actor.user
    mentor.save()
    client = sign_in(mentor_actor)
    line = line_of(order, mentor)

    assert page_of(order) in client.get(MINE).content.decode()
    client.post(page_of(order))
    line.refresh_from_db()

    assert (line.way, line.recorded_by) == (Way.SYSTEM, mentor_actor)
    assert confirm_reading(actor=mentor_actor, order=order) == 0


def test_the_text_stands_above_the_button_that_confirms(sign_in, mentor_actor, order):
    mentor = order.pairs.get().mentor.person
    mentor.user = mentor_actor.user
    mentor.save()

    text = sign_in(mentor_actor).get(page_of(order)).content.decode()

    assert 0 < text.index(order.payload["items"][0]["text"]) < text.index("<button", text.index("order-names"))
    assert order.pairs.get().mentee_people[0].full_name in text
    assert f'action="{page_of(order)}"' not in sign_in(mentor_actor).get(MINE).content.decode()


def test_a_heading_that_names_another_child_stands_on_no_page_of_the_reader(sign_in, mentor_actor, director):
    draft = OrderFactory(sent=True, programme__school=director.school, size=2)
    mine, others = draft.pairs.with_names()
    mine.mentor.person.user = mentor_actor.user
    mine.mentor.person.save()
    draft.title = f"О помощи: {others.mentee_people[0].full_name}"
    draft.save()
    order, client = sign_order(actor=director, order=draft), sign_in(mentor_actor)

    for url in (MINE, page_of(order)):
        text = client.get(url).content.decode()
        assert others.mentee_people[0].surname not in text
        assert kind_words(order.kind) in text


@pytest.mark.parametrize("role", [Role.PSYCHOLOGIST, Role.CLASS_TEACHER, Role.ADMINISTRATOR])
def test_whoever_is_named_reads_and_confirms_without_seeing_orders(sign_in, give_role, curator, director, programme, role):
    member = give_role(role)
    details = {"members": [f"{member.user.get_full_name()}; педагог; член группы"]}
    order = prepare_order(actor=curator, programme=programme, kind="working_group", details=details)
    send_order(actor=curator, order=order)
    sign_order(actor=director, order=order)
    client = sign_in(member)

    assert reverse("reports:acknowledgements") in client.get(reverse("home")).content.decode()
    assert member.user.get_full_name() in client.get(page_of(order)).content.decode()
    client.post(page_of(order))

    assert order.acknowledgements.get(user=member.user).recorded_by == member


def test_an_order_of_others_is_not_found(sign_in, give_role, order):
    assert sign_in(give_role(Role.PSYCHOLOGIST)).get(page_of(order)).status_code == 404


def test_somebody_without_a_role_reads_no_order(client, db):
    client.force_login(UserFactory())

    assert client.get(MINE).status_code == 403


def test_guardian_confirms_for_the_child(give_role, order):
    guardian = give_role("guardian")
    child = order.pairs.get().mentee_people[0]
    GuardianFactory(person=child, user=guardian.user)

    assert confirm_reading(actor=guardian, order=order) == 1
    assert line_of(order, child).done_on == clock.today()


def test_nobody_confirms_for_another(mentor_actor, order):
    with pytest.raises(Refusal):
        confirm_reading(actor=mentor_actor, order=order)


def test_curator_marks_the_signed_sheet_in_one_go(sign_in, curator, order):
    url = reverse("reports:order_sheet", args=[order.pk])
    keys = list(order.acknowledgements.values_list("pk", flat=True))

    sign_in(curator).post(url, {"lines": keys, "on": order.signed_on.isoformat()})

    assert not order.acknowledgements.waiting().exists()
    assert set(order.acknowledgements.values_list("way", flat=True)) == {Way.SHEET}


def test_one_tick_marks_everybody_who_has_not_read(sign_in, curator, order):
    url = reverse("reports:order_sheet", args=[order.pk])

    sign_in(curator).post(url, {"everybody": "on", "on": order.signed_on.isoformat()})

    assert not order.acknowledgements.waiting().exists()


def test_marks_made_by_mistake_are_taken_back_by_the_button_of_the_message(sign_in, curator, order):
    client = sign_in(curator)
    kept, *_others = order.acknowledgements.all()
    mark_signed_sheet(actor=curator, order=order, positions=[kept.pk], on=order.signed_on)
    answer = client.post(
        reverse("reports:order_sheet", args=[order.pk]), {"everybody": "on", "on": order.signed_on.isoformat()}, follow=True
    )
    [note] = [json.loads(message.extra_tags) for message in answer.context["messages"]]

    client.post(note["url"], note["fields"])

    assert [line.pk for line in order.acknowledgements.all() if line.done_on] == [kept.pk]
    assert AuditEvent.objects.get(name="order.sheet_unmarked").details == {"people": order.acknowledgements.count() - 1}


def test_a_single_mark_is_taken_back_from_the_sheet(sign_in, curator, order):
    line = order.acknowledgements.first()
    mark_signed_sheet(actor=curator, order=order, positions=[line.pk], on=order.signed_on)
    client = sign_in(curator)
    url = reverse("reports:order_sheet_unmark", args=[order.pk])
    assert url in client.get(reverse("reports:order_sheet", args=[order.pk])).content.decode()

    client.post(url, {"lines": line.pk})

    assert order.acknowledgements.waiting().filter(pk=line.pk).exists()


def test_what_a_person_has_confirmed_is_not_taken_back(sign_in, curator, order):
    confirm_reading(actor=order.author, order=order)
    line = order.acknowledgements.get(user=order.author.user)

    with pytest.raises(Refusal):
        unmark_signed_sheet(actor=curator, order=order, positions=[line.pk])

    line.refresh_from_db()
    assert line.way == Way.SYSTEM
    text = sign_in(curator).get(reverse("reports:order_sheet", args=[order.pk])).content.decode()
    assert reverse("reports:order_sheet_unmark", args=[order.pk]) not in text


def test_the_sheet_prints_alone_while_somebody_has_to_sign(sign_in, curator, order):
    url = reverse("reports:order_sheet_pdf", args=[order.pk])
    client = sign_in(curator)

    assert client.get(url).content.startswith(b"%PDF")

    mark_signed_sheet(actor=curator, order=order, positions=[line.pk for line in order.acknowledgements.all()], on=order.signed_on)
    assert client.get(url).status_code == 302
    assert url not in client.get(reverse("reports:order_sheet", args=[order.pk])).content.decode()


def test_nobody_ticked_is_told(sign_in, curator, order):
    response = sign_in(curator).post(reverse("reports:order_sheet", args=[order.pk]), {"on": order.signed_on.isoformat()})

    assert "lines" in response.context["form"].errors
    assert order.acknowledgements.waiting().count() == order.acknowledgements.count()


@pytest.mark.parametrize("days", [-1, 1])
def test_sheet_is_signed_neither_before_the_order_nor_in_the_future(curator, order, days):
    day = order.signed_on + datetime.timedelta(days=days)

    with pytest.raises(Refusal):
        mark_signed_sheet(actor=curator, order=order, positions=[order.acknowledgements.first().pk], on=day)

    assert order.acknowledgements.waiting().count() == order.acknowledgements.count()


@pytest.mark.parametrize("size", [1, 30])
def test_number_of_queries_does_not_grow_with_the_people(sign_in, director, size, django_assert_num_queries):
    order = signed_order(by=director, size=size)
    client = sign_in(director)

    with django_assert_num_queries(5):
        assert client.get(reverse("reports:order_sheet", args=[order.pk])).status_code == 200


@pytest.mark.parametrize("size", [2, 30])
def test_number_of_queries_of_the_reading_does_not_grow_with_the_people(sign_in, mentor_actor, director, size, django_assert_num_queries):
    order = signed_order(by=director, size=size)
    mentor = order.pairs.first().mentor.person
    mentor.user = mentor_actor.user
    mentor.save()
    client = sign_in(mentor_actor)

    with django_assert_num_queries(6):
        assert client.get(page_of(order)).status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_number_of_queries_of_the_own_orders_does_not_grow(sign_in, curator, director, programme, count, django_assert_num_queries):
    for _number in range(count):
        signed_order(by=director, size=1, programme=programme, author=curator)
    client = sign_in(curator)

    with django_assert_num_queries(4):
        assert client.get(MINE).status_code == 200
