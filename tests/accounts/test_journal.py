import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import AuditEvent
from accounts.services.journal import first_broken_link, record, written_last


def test_record_keeps_who_what_and_the_words(school, curator):
    event = record(curator, "pair.proposed", school, note="по просьбе семьи", empty="")

    assert (event.by_name, event.name, event.subject) == (str(curator), "pair.proposed", str(school))
    assert event.details == {"note": "по просьбе семьи"}


def test_chain_of_untouched_events_holds(school, curator):
    for number in range(5):
        record(curator, "pair.proposed", school, number=number)

    assert first_broken_link(school) is None


@pytest.mark.parametrize(
    "touch",
    ["UPDATE accounts_auditevent SET subject = 'другая' WHERE id = %s", "DELETE FROM accounts_auditevent WHERE id = %s"],
)
def test_chain_shows_an_event_that_was_changed_or_removed(school, curator, touch):
    events = [record(curator, "pair.proposed", school, number=number) for number in range(3)]

    with connection.cursor() as cursor:
        cursor.execute(touch, [events[1].pk])

    assert first_broken_link(school) is not None


def test_event_is_written_once(school, curator):
    event = record(curator, "pair.proposed", school)

    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()


def test_schools_have_chains_of_their_own(school, curator, other_school):
    record(curator, "pair.proposed", school)

    assert AuditEvent.objects.filter(school=other_school).count() == 0
    assert first_broken_link(school) is None


def test_events_that_are_kept_back_are_written_in_their_order_with_one_lock(school, curator):
    record(curator, "pair.proposed", school, number=0)
    with CaptureQueriesContext(connection) as queries, written_last(curator):
        for number in range(1, 4):
            record(curator, "pair.proposed", school, number=number)
        assert AuditEvent.objects.count() == 1

    assert list(AuditEvent.objects.order_by("pk").values_list("details__number", flat=True)) == [0, 1, 2, 3]
    assert first_broken_link(school) is None
    assert sum("INSERT" in query["sql"] for query in queries) == 1


def test_a_step_that_fails_writes_nothing_that_was_kept_back(school, curator):
    def step():
        with written_last(curator):
            record(curator, "pair.proposed", school)
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        step()

    record(curator, "pair.ended", school)
    assert [event.name for event in AuditEvent.objects.all()] == ["pair.ended"]
