import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import AuditEvent
from accounts.services.journal import journal_fault, record, written_last


def test_record_keeps_who_what_and_the_words(school, curator):
    event = record(curator, "pair.proposed", school, note="по просьбе семьи", empty="")

    assert (event.by_name, event.name, event.subject) == (str(curator), "pair.proposed", str(school))
    assert event.details == {"note": "по просьбе семьи"}


def test_chain_of_untouched_events_holds(school, curator):
    for number in range(5):
        record(curator, "pair.proposed", school, number=number)

    assert journal_fault(school) == ""


@pytest.mark.parametrize(
    "touch",
    ["UPDATE accounts_auditevent SET subject = 'другая' WHERE id = %s", "DELETE FROM accounts_auditevent WHERE id = %s"],
)
def test_chain_shows_an_event_that_was_changed_or_removed(school, curator, touch):
    events = [record(curator, "pair.proposed", school, number=number) for number in range(3)]

    with connection.cursor() as cursor:
        cursor.execute(touch, [events[1].pk])

    assert f"event {events[1 if 'UPDATE' in touch else 2].pk} " in journal_fault(school)


def test_chain_shows_that_its_end_is_gone(school, curator):
    events = [record(curator, "pair.proposed", school, number=number) for number in range(3)]

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_auditevent WHERE id = %s", [events[-1].pk])

    assert journal_fault(school) == "the last events are gone"


def test_the_command_follows_the_chains_of_all_schools(school, curator, other_school):
    event = record(curator, "pair.proposed", school)
    told = io.StringIO()
    call_command("check_journal", stdout=told)
    assert told.getvalue() == f"{school}: the journal holds\n{other_school}: the journal holds\n"

    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_auditevent SET by_name = 'другой' WHERE id = %s", [event.pk])
    with pytest.raises(CommandError, match="journals of 1 schools"):
        call_command("check_journal", stdout=told)


def test_event_is_written_once(school, curator):
    event = record(curator, "pair.proposed", school)

    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()


def test_schools_have_chains_of_their_own(school, curator, other_school):
    record(curator, "pair.proposed", school)

    assert AuditEvent.objects.filter(school=other_school).count() == 0
    assert journal_fault(school) == ""


def test_events_that_are_kept_back_are_written_in_their_order_with_one_lock(school, curator):
    record(curator, "pair.proposed", school, number=0)
    with CaptureQueriesContext(connection) as queries, written_last(curator):
        for number in range(1, 4):
            record(curator, "pair.proposed", school, number=number)
        assert AuditEvent.objects.count() == 1

    assert list(AuditEvent.objects.order_by("pk").values_list("details__number", flat=True)) == [0, 1, 2, 3]
    assert journal_fault(school) == ""
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
