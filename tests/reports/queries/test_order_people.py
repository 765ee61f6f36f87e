from accounts.enums import Role
from programmes.enums import PersonKind
from reports.queries.order_people import staff_choices, staff_facts
from tests.factories.accounts import MembershipFactory
from tests.factories.participants import PersonFactory


def test_the_staff_are_members_and_teachers_each_once(school, curator, django_assert_num_queries):
    MembershipFactory(school=school, role=Role.MENTEE)
    PersonFactory(school=school, user=curator.user, kind=PersonKind.TEACHER, post="Учитель химии", class_name="")
    teacher = PersonFactory(school=school, kind=PersonKind.TEACHER, post="Учитель физики", class_name="")
    PersonFactory(school=school, kind=PersonKind.PUPIL)

    with django_assert_num_queries(3):
        choices = dict(staff_choices(school.pk))

    assert choices[f"member-{curator.pk}"] == f"{curator.user.get_full_name()}, учитель химии"
    assert choices[f"person-{teacher.pk}"] == f"{teacher.full_name}, учитель физики"
    assert not any(teacher.full_name in words for key, words in choices.items() if key.startswith("member"))
    assert len(choices) == len(set(choices.values()))


def test_a_choice_that_is_gone_is_nobody(school):
    assert [staff_facts(school.pk, key)["name"] for key in ("", "member-0", "person-0", "другое")] == ["", "", "", ""]
