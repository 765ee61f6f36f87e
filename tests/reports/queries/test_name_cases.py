import pytest

from reports.models import NameForms, Order
from reports.queries.name_cases import SchoolForms, in_case
from reports.queries.order_facts import order_facts
from reports.services import keep_name_forms
from tests.factories.reports import OrderFactory


def test_the_spelling_of_the_school_comes_first(curator, school):
    keep_name_forms(actor=curator, nominative="Петрова Мария Ильинична", cases={"accusative": "Петрову Машу"})

    assert in_case("Петрова Мария Ильинична", "accusative") == "Петрову Машу"
    assert in_case("Петрова Мария Ильинична", "dative") == "Петровой Марии Ильиничне"


@pytest.mark.parametrize("kept", ["Семёнова  Анна", " Семенова Анна ", "семёнова анна"])
@pytest.mark.parametrize("asked", ["Семёнова Анна", "Семенова Анна"])
def test_spaces_and_yo_do_not_part_a_name_from_its_spelling(curator, school, kept, asked):
    keep_name_forms(actor=curator, nominative=kept, cases={"accusative": "Семёнову Аню"})

    assert in_case(asked, "accusative") == "Семёнову Аню"


@pytest.mark.parametrize("kept", ["Завуч", "завуч"])
@pytest.mark.parametrize("form", ["Завучицу", "завучицу"])
def test_a_post_is_found_by_either_first_letter_and_begins_as_the_paper_needs(curator, school, kept, form):
    keep_name_forms(actor=curator, nominative=kept, cases={"accusative": form})

    assert in_case("завуч", "accusative", is_post=True) == "завучицу"
    assert in_case("Завуч", "accusative", is_post=True) == "Завучицу"


def test_the_same_name_typed_otherwise_stays_one_row(curator, school):
    keep_name_forms(actor=curator, nominative="Семёнова Анна", cases={"accusative": "Семёнову Аню"})
    keep_name_forms(actor=curator, nominative="Семенова  Анна", cases={"accusative": "Семенову Аню", "dative": "Семеновой Ане"})

    row = NameForms.objects.get()
    assert (row.nominative, row.accusative, row.dative) == ("Семенова Анна", "Семенову Аню", "Семеновой Ане")


def test_many_names_take_one_query_and_none_where_nobody_is_named(curator, school, django_assert_num_queries):
    keep_name_forms(actor=curator, nominative="завуч", cases={"accusative": "завучицу"})

    with django_assert_num_queries(1):
        forms = SchoolForms()
        for post in ("завуч", "повар", "декан"):
            forms.in_case(post, "accusative", is_post=True)
    with django_assert_num_queries(0):
        SchoolForms()


@pytest.mark.parametrize("pairs", [1, 3])
@pytest.mark.parametrize("kind", ["pairing", "replacement"])
def test_the_facts_of_an_order_take_the_same_queries_however_many_it_names(school, django_assert_num_queries, kind, pairs):
    order = OrderFactory(programme__school=school, kind=kind, size=pairs)
    order = Order.objects.select_related("school", "programme__year").get(pk=order.pk)

    with django_assert_num_queries(9):
        order_facts(order)
