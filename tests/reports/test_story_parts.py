import pytest
from django.utils import translation

from accounts.enums import Role
from reports.services import finish_document
from reports.story_parts import papers
from tests.factories.reports import DocumentFactory, OrderFactory, signed_order


@pytest.fixture(autouse=True)
def english():
    """The words as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def order(director):
    return signed_order(by=director)


@pytest.fixture
def person(order):
    return order.pairs.get().mentor.person


def test_orders_and_finished_papers_that_name_the_person_are_told(order, person, curator):
    OrderFactory(programme=order.programme, size=0).pairs.add(order.pairs.get())
    of_pair = DocumentFactory(programme=order.programme, kind="case", title="Кейс", pair=order.pairs.get())
    finish_document(actor=curator, document=of_pair)
    DocumentFactory(programme=order.programme, kind="case", title="Черновик", pair=order.pairs.get())
    finish_document(actor=curator, document=DocumentFactory(programme=order.programme))

    events = list(papers(person, curator))

    assert [event.sentence for event in events] == [f"Order {order}", "Paper: Кейс"]
    assert events[0].url == order.get_absolute_url()


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE, Role.GUARDIAN, Role.PSYCHOLOGIST, Role.CLASS_TEACHER, Role.OBSERVER])
def test_who_sees_no_orders_reads_of_none(person, give_role, role):
    assert list(papers(person, give_role(role))) == []


@pytest.mark.parametrize("rows", [1, 10])
def test_two_queries_for_few_and_for_many(director, curator, person, order, rows, django_assert_num_queries):
    for _number in range(rows - 1):
        signed_order(by=director).ending_pairs.add(order.pairs.get())

    with django_assert_num_queries(2):
        assert len(list(papers(person, curator))) == rows
