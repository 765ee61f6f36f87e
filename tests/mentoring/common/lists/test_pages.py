"""Pages of a long list hold the rows that plain slicing would."""

import pytest

from mentoring.common.lists import pages
from participants.models import Person
from participants.queries.bases import mentees_for
from tests.factories.participants import MenteeRecordFactory, PersonFactory
from tests.factories.programmes import ProgrammeFactory


@pytest.mark.parametrize("count", [0, 3, 7, 10])
@pytest.mark.parametrize("order", [("search_key", "pk"), ("-class_name", "pk")])
def test_every_page_is_the_slice_of_the_whole(school, count, order):
    people = PersonFactory.create_batch(count, school=school)
    for place, person in enumerate(people):
        person.class_name = f"{place % 3}А"
        person.save()
    rows = Person.objects.order_by(*order)

    paginator = pages.LongPaginator(rows, 3)

    found = [[person.pk for person in paginator.page(number)] for number in paginator.page_range]
    whole = [person.pk for person in rows]
    assert found == ([whole[first : first + 3] for first in range(0, count, 3)] or [[]])


@pytest.mark.parametrize("count", [4, 30])
def test_a_page_of_several_takes_two_queries_whatever_the_length(school, curator, count, django_assert_num_queries):
    MenteeRecordFactory.create_batch(count, programme=ProgrammeFactory(school=school))
    paginator = pages.LongPaginator(mentees_for(curator).order_by("person__search_key", "pk"), 3)
    assert paginator.count == count

    with django_assert_num_queries(2):
        rows = list(paginator.page(2))

    assert {row.pairs_open for row in rows} == {0}
