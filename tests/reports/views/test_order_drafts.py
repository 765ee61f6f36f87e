import datetime

import pytest
from django.urls import reverse
from django_scopes import scope

from programmes.enums import PersonKind
from reports.models import Order
from reports.queries.order_choices import first_curators
from reports.queries.order_facts import order_facts
from reports.queries.order_texts import order_kinds
from reports.services import hold_numbers
from tests.factories.pairs import PairFactory
from tests.factories.participants import PersonFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.reports import OrderFactory, signed_order

KINDS = [kind["code"] for kind in order_kinds()]


@pytest.fixture
def programme(school):
    return PairFactory(active=True, programme__school=school).programme


def draft_url(programme, kind) -> str:
    return reverse("reports:order_draft", args=[programme.pk, kind])


def test_every_kind_has_a_card(sign_in, curator, programme):
    text = sign_in(curator).get(reverse("reports:order_kinds")).content.decode()

    assert [kind["menu"] for kind in order_kinds() if kind["menu"] not in text] == []


def test_a_card_leads_to_the_order_of_its_kind_that_is_there_already(sign_in, curator, programme):
    client, page = sign_in(curator), f"{reverse('reports:order_kinds')}?programme={programme.pk}"
    client.post(draft_url(programme, "working_group"), {"coordinator": curator.pk, "members": "Петрова Мария Ильинична"})
    order = Order.objects.get()

    assert order.get_absolute_url() in client.get(page).content.decode()

    client.post(reverse("reports:order_step", args=[order.pk, "discard"]))
    assert order.get_absolute_url() not in client.get(page).content.decode()


def test_where_no_pair_waits_the_page_leads_to_the_other_kinds(sign_in, curator, programme):
    assert reverse("reports:order_kinds") in sign_in(curator).get(reverse("reports:order_prepare")).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_of_every_kind_opens_and_tells_what_is_missing(sign_in, curator, programme, kind):
    client = sign_in(curator)

    assert client.get(draft_url(programme, kind)).status_code == 200
    assert client.post(draft_url(programme, kind), {}).status_code in (200, 302)


@pytest.mark.parametrize(
    "post, words", [("", "Орлову Анну Сергеевну."), ("Заместитель директора", "Орлову Анну Сергеевну, заместителя директора.")]
)
def test_who_is_made_coordinator_is_not_called_one_beside_the_name(sign_in, curator, programme, post, words):
    curator.user.last_name = "Орлова"
    curator.user.save()
    PersonFactory(school=curator.school, user=curator.user, kind=PersonKind.TEACHER, post=post)
    told = {"coordinator": curator.pk, "members": "\n".join(first_curators(programme))}

    response = sign_in(curator).post(draft_url(programme, "appointment_of_curators"), told)

    assert f"координатором программы {words}" in sign_in(curator).get(response.url).content.decode()


def test_a_misprinted_act_in_the_typed_basis_is_told_at_once_and_in_the_editor(sign_in, curator, programme):
    told = {"basis_order": "приказ управления от 29.08.2026 № 94, распоряжение № Р-145 от 24 декабря 2019 г."}
    told |= {"coordinator": curator.pk, "members": "\n".join(first_curators(programme))}
    client = sign_in(curator)

    made = client.post(draft_url(programme, "appointment_of_curators"), told, follow=True)
    order = Order.objects.get()
    saved = client.get(reverse("reports:order_edit", args=[order.pk]))

    assert order.details["basis_order"] == told["basis_order"]
    for page in (made, saved):
        text = page.content.decode()
        assert ("25.12.2019 № Р-145" in text, "Указ" in text) == (True, False)


@pytest.fixture
def teacher(school):
    return PersonFactory(
        school=school,
        surname="Петрова",
        name="Мария",
        patronymic="Ильинична",
        kind=PersonKind.TEACHER,
        post="Учитель физики",
        class_name="",
    )


def ending_of(programme, **told) -> dict:
    return {"ending": [programme.pairs.get().pk], "outcome": "completed", "reason": "конец года", **told}


def test_the_order_appoints_whom_the_draft_names(sign_in, curator, programme, teacher):
    client = sign_in(curator)

    response = client.post(draft_url(programme, "ending"), ending_of(programme, curator=f"person-{teacher.pk}"))

    page = client.get(response.url).content.decode()
    assert "Назначить ответственным за итоговое анкетирование участников Петрову Марию Ильиничну, учителя физики." in page
    assert order_facts(Order.objects.get())["acquaintance"]["people"][0] == {
        "name": "Петрова Мария Ильинична",
        "post": "учитель физики",
        "person": teacher.pk,
    }


def test_the_control_is_kept_by_the_director_or_put_on_whom_the_draft_names(sign_in, curator, programme, teacher):
    client = sign_in(curator)

    kept = client.post(draft_url(programme, "ending"), ending_of(programme))
    back = client.post(draft_url(programme, "ending"), ending_of(programme, control="nobody", curator="nobody"))
    put = client.post(draft_url(programme, "ending"), ending_of(programme, control=f"person-{teacher.pk}"))

    assert all("Контроль исполнения оставляю за собой." in client.get(found.url).content.decode() for found in (kept, back))
    assert "Контроль исполнения возлагаю на Петрову Марию Ильиничну, учителя физики." in client.get(put.url).content.decode()
    last = Order.objects.order_by("pk").last()
    assert teacher.full_name in [entry["name"] for entry in order_facts(last)["acquaintance"]["people"]]


def test_without_a_choice_whoever_prepares_the_order_answers(sign_in, curator, programme):
    curator.user.last_name = "Орлова"
    curator.user.save()
    client = sign_in(curator)

    response = client.post(draft_url(programme, "ending"), ending_of(programme))

    assert "участников Орлову Анну Сергеевну, куратора программы наставничества." in client.get(response.url).content.decode()
    assert order_facts(Order.objects.get())["acquaintance"]["people"][0]["user"] == curator.user_id


def test_who_answers_is_asked_only_where_the_words_name_them(sign_in, curator, programme):
    client = sign_in(curator)

    assert "curator" in client.get(draft_url(programme, "rewards")).context["form"].fields
    assert "curator" not in client.get(draft_url(programme, "statute")).context["form"].fields


def test_a_person_of_another_school_cannot_be_chosen(sign_in, curator, programme, other_school):
    with scope(school=other_school):
        stranger = PersonFactory(school=other_school, kind=PersonKind.TEACHER)

    form = sign_in(curator).post(draft_url(programme, "ending"), ending_of(programme, curator=f"person-{stranger.pk}")).context["form"]

    assert "curator" in form.errors


def test_a_working_group_is_drafted_and_its_appointment_is_in_the_accusative(sign_in, curator, programme):
    curator.user.last_name = "Орлова"
    curator.user.save()
    told = {"coordinator": curator.pk, "members": "Петрова Мария Ильинична; учитель; секретарь", "protocol_number": "1"}

    response = sign_in(curator).post(draft_url(programme, "working_group"), told)

    order = Order.objects.get()
    assert response.url == order.get_absolute_url()
    page = sign_in(curator).get(response.url).content.decode()
    assert "протокол № 1" in page
    assert "Петрова Мария Ильинична" in page
    assert "Орлову Анну Сергеевну, куратора программы наставничества" in page


def test_the_next_order_stands_on_the_same_bases(sign_in, curator, programme):
    told = {"coordinator": curator.pk, "members": "Петрова Мария Ильинична", "protocol_number": "7"}
    sign_in(curator).post(draft_url(programme, "working_group"), told)

    form = sign_in(curator).get(draft_url(programme, "rewards")).context["form"]

    assert form["protocol_number"].value() == "7"


def test_an_order_that_names_no_bases_does_not_make_the_next_one_forget_them(sign_in, curator, programme):
    told = {"coordinator": curator.pk, "members": "Петрова Мария Ильинична"}
    for number in ("7", ""):
        sign_in(curator).post(draft_url(programme, "working_group"), told | {"protocol_number": number})

    form = sign_in(curator).get(draft_url(programme, "rewards")).context["form"]

    assert form["protocol_number"].value() == "7"


def test_a_draft_is_edited_and_misprints_are_told(sign_in, curator, school):
    order = OrderFactory(programme__school=school)
    url = reverse("reports:order_edit", args=[order.pk])
    pairs = [pair.pk for pair in order.pairs.all()]
    data = {"title": "О парах", "preamble": "По распоряжению № P-145", "items": "Закрепить пары.\n- до мая;", "version": "0"}
    data |= {"pairs": pairs}

    response = sign_in(curator).post(url, data)

    order.refresh_from_db()
    assert response.url == order.get_absolute_url()
    assert order.texts["items"] == [{"text": "Закрепить пары.", "parts": ["до мая;"]}]
    assert "Р-145" in sign_in(curator).get(url).context["remarks"][0]


def test_a_signed_order_cannot_be_edited(sign_in, curator, director):
    order = signed_order(by=director)

    response = sign_in(curator).get(reverse("reports:order_edit", args=[order.pk]))

    assert response.url == order.get_absolute_url()


def test_register_is_filtered_by_kind_and_exported(sign_in, curator, programme, school):
    OrderFactory(programme__school=school)
    client = sign_in(curator)

    found = client.get(reverse("reports:orders"), {"kind": "pairing"}).context["rows"]
    none = client.get(reverse("reports:orders"), {"kind": "rewards"}).context["rows"]
    assert (len(found), len(none)) == (1, 0)
    client.get(reverse("reports:orders"), {"export": "xlsx"}).close()


def test_without_a_programme_the_page_says_where_to_go(sign_in, curator):
    assert reverse("programmes:create") in sign_in(curator).get(reverse("reports:order_kinds")).content.decode()


def test_look_of_numbers_is_changed(sign_in, curator, director):
    url = reverse("reports:numbers")

    assert sign_in(curator).post(url, {"template": "приказ"}).context["look"].errors
    sign_in(curator).post(url, {"template": "{n}/{y}"})

    director.school.refresh_from_db()
    assert signed_order(by=director).number.startswith("1/20")


def test_another_series_has_a_row_of_its_own(sign_in, curator):
    client = sign_in(curator)

    client.post(reverse("reports:numbers"), {"series-title": "О поощрении", "series-template": "{n}-п"})

    assert [row["next"] for row in client.get(reverse("reports:numbers")).context["rows"]] == ["1-од", "1-п"]


def test_last_numbers_of_papers_are_entered_and_never_lowered(sign_in, curator, director):
    client, url = sign_in(curator), reverse("reports:numbers_last")
    hold_numbers(copied_on=datetime.date(2026, 11, 21))
    assert url in client.get(reverse("reports:numbers")).content.decode()
    assert client.get(url).context["hold"].copied_on == datetime.date(2026, 11, 21)

    client.post(url, {"main": "4"})

    assert signed_order(by=director).sequence == 5
    assert client.post(url, {"main": "3"}).context["form"].errors
    assert client.get(url).context["hold"] is None


def test_earlier_order_is_entered_and_shown(sign_in, curator, school):
    programme = ProgrammeFactory(school=school)
    data = {
        "programme": programme.pk,
        "title": "О внедрении",
        "number": "71-б",
        "sequence": 71,
        "signed_on": "2026-09-01",
        "series": "main",
    }

    response = sign_in(curator).post(reverse("reports:order_earlier"), data)

    assert "71-б" in sign_in(curator).get(response.url).content.decode()
