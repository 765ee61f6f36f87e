"""One field of many rows: preview, change, undo, and what somebody else does in between."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django_scopes import scope

from accounts.models import AuditEvent
from accounts.services.journal import journal_fault
from mentoring.common.refusal import Refusal
from participants.bulk_fields import FIELDS
from participants.enums import BulkState, BulkVerdict
from participants.models import BulkChange
from participants.services import bulk as service
from participants.services import edit_person, edit_record, make_bulk_change, propose_bulk_change, undo_bulk_change
from tests.factories.participants import ConsentFactory, MenteeRecordFactory, MentorRecordFactory, PersonFactory
from tests.factories.programmes import ProgrammeFactory


@pytest.fixture
def mentors(programme):
    return MentorRecordFactory.create_batch(3, programme=programme, capacity=1)


@pytest.fixture
def propose(curator):
    """Call it with a list, a field, a value and the rows."""

    def ask(base, field, value, rows, actor=curator):
        return propose_bulk_change(actor=actor, base=base, rows=[row.pk for row in rows], field=field, value=value)

    return ask


def verdicts(change) -> dict:
    return {row.target_id: row.verdict for row in change.rows.all()}


def values(rows, name) -> list:
    for row in rows:
        row.refresh_from_db()
    return [getattr(row, name) for row in rows]


def test_a_proposal_changes_nothing_and_tells_each_rows_fate(propose, mentors):
    mentors[1].capacity = 3
    mentors[1].save()

    change = propose("mentors", "record.capacity", 3, mentors)

    assert [verdicts(change)[row.pk] for row in mentors] == [BulkVerdict.CHANGE, BulkVerdict.SAME, BulkVerdict.CHANGE]
    assert values(mentors, "capacity") == [1, 3, 1]


def test_making_it_writes_the_rows_and_the_journal(propose, mentors, curator, school):
    change = make_bulk_change(actor=curator, change=propose("mentors", "record.capacity", 3, mentors))

    events = list(AuditEvent.objects.order_by("pk").values_list("name", flat=True))
    assert values(mentors, "capacity") == [3, 3, 3]
    assert change.state == BulkState.MADE
    assert events == ["mentor.edited"] * 3 + ["bulk_change.made"]
    assert journal_fault(school) == ""


def test_rows_that_somebody_changed_meanwhile_are_left_and_said(propose, mentors, curator):
    change = propose("mentors", "record.capacity", 3, mentors)
    edit_record(actor=curator, row=mentors[0], capacity=2)

    make_bulk_change(actor=curator, change=change)

    assert values(mentors, "capacity") == [2, 3, 3]
    assert verdicts(change)[mentors[0].pk] == BulkVerdict.MEANWHILE


def test_undoing_gives_each_row_its_own_former_value_back(propose, mentors, curator):
    mentors[1].capacity = 5
    mentors[1].save()
    change = make_bulk_change(actor=curator, change=propose("mentors", "record.capacity", 3, mentors))

    undo_bulk_change(actor=curator, change=change)

    assert values(mentors, "capacity") == [1, 5, 1]
    assert set(verdicts(change).values()) == {BulkVerdict.RESTORED}


def test_undoing_keeps_what_somebody_changed_since(propose, mentors, curator):
    change = make_bulk_change(actor=curator, change=propose("mentors", "record.capacity", 3, mentors))
    edit_record(actor=curator, row=mentors[0], capacity=4)

    undone = undo_bulk_change(actor=curator, change=change)

    assert values(mentors, "capacity") == [4, 1, 1]
    assert verdicts(change)[mentors[0].pk] == BulkVerdict.KEPT
    assert undone.state == BulkState.UNDONE


def test_a_value_that_is_tidied_on_the_way_in_can_be_undone(propose, curator, school):
    people = [PersonFactory(school=school, class_name="7Б"), PersonFactory(school=school, class_name="8 А".replace(" ", ""))]
    change = make_bulk_change(actor=curator, change=propose("people", "person.class_name", "8 а", people))

    assert values(people, "class_name") == ["8А", "8А"]
    undo_bulk_change(actor=curator, change=BulkChange.objects.get(pk=change.pk))
    assert values(people, "class_name") == ["7Б", "8А"]


@pytest.mark.parametrize(
    "base, field, value, name",
    [
        ("mentors", "record.left_on", datetime.date(2027, 5, 31), "left_on"),
        ("mentees", "record.completed", True, "completed"),
        ("mentees", "record.results", "Освоил программу\nСдал зачёт", "results"),
        ("mentors", "record.case_link", "https://example.org/case", "case_link"),
        ("mentors", "person.post", "учитель физики", "post"),
    ],
)
def test_kinds_of_values_are_written_and_given_back(propose, curator, programme, base, field, value, name):
    record = (MentorRecordFactory if base == "mentors" else MenteeRecordFactory)(programme=programme)
    target = record.person if field.startswith("person") else record
    ConsentFactory(person=record.person, purpose="publication")
    [before] = values([target], name)
    change = propose(base, field, value, [record])

    make_bulk_change(actor=curator, change=BulkChange.objects.get(pk=change.pk))
    [made] = values([target], name)
    undo_bulk_change(actor=curator, change=BulkChange.objects.get(pk=change.pk))

    assert (made, values([target], name)) == (value, [before])


def test_rules_of_the_base_are_asked_of_every_row(propose, curator, programme):
    early = MenteeRecordFactory(programme=programme, entered_on=datetime.date(2026, 9, 1))
    late = MenteeRecordFactory(programme=programme, entered_on=datetime.date(2026, 12, 1))

    change = make_bulk_change(actor=curator, change=propose("mentees", "record.left_on", datetime.date(2026, 10, 1), [early, late]))

    row = change.rows.get(target_id=late.pk)
    assert row.verdict == BulkVerdict.CANNOT
    assert row.reason
    assert values([early, late], "left_on") == [datetime.date(2026, 10, 1), None]


def test_a_rule_that_came_true_meanwhile_is_asked_again(propose, curator, mentors):
    change = propose("mentors", "record.left_on", datetime.date(2026, 10, 1), mentors)
    edit_record(actor=curator, row=mentors[0], entered_on=datetime.date(2026, 12, 1))

    make_bulk_change(actor=curator, change=change)

    assert values(mentors, "left_on") == [None, datetime.date(2026, 10, 1), datetime.date(2026, 10, 1)]


def test_a_person_who_stands_in_the_base_twice_is_changed_once(propose, curator, school):
    person = PersonFactory(school=school)
    rows = [MentorRecordFactory(programme=ProgrammeFactory(school=school), person=person) for _programme in range(2)]

    change = make_bulk_change(actor=curator, change=propose("mentors", "person.class_name", "9В", rows))

    assert verdicts(change) == {person.pk: BulkVerdict.CHANGED}


def test_a_change_is_made_once_and_undone_once(propose, mentors, curator):
    change = propose("mentors", "record.capacity", 3, mentors)
    with pytest.raises(Refusal):
        undo_bulk_change(actor=curator, change=change)
    make_bulk_change(actor=curator, change=change)
    with pytest.raises(Refusal):
        make_bulk_change(actor=curator, change=change)
    undo_bulk_change(actor=curator, change=change)
    with pytest.raises(Refusal):
        undo_bulk_change(actor=curator, change=change)

    assert values(mentors, "capacity") == [1, 1, 1]


def test_nothing_stays_half_written_when_the_journal_fails(propose, mentors, curator, monkeypatch):
    change = propose("mentors", "record.capacity", 3, mentors)
    monkeypatch.setattr(service, "record", lambda *args, **kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        make_bulk_change(actor=curator, change=change)

    assert values(mentors, "capacity") == [1, 1, 1]
    assert BulkChange.objects.get().state == BulkState.PROPOSED


def test_rows_of_another_school_are_not_found(propose, mentors, other_school):
    with scope(school=other_school):
        foreign = MentorRecordFactory(programme=ProgrammeFactory(school=other_school))

    change = propose("mentors", "record.capacity", 3, [*mentors, foreign])

    assert set(verdicts(change)) == {row.pk for row in mentors}


def test_a_new_proposal_forgets_the_one_that_was_not_made(propose, mentors, curator):
    propose("mentors", "record.capacity", 3, mentors)
    made = make_bulk_change(actor=curator, change=propose("mentors", "record.capacity", 2, mentors))
    last = propose("mentors", "record.capacity", 4, mentors)

    assert set(BulkChange.objects.values_list("pk", flat=True)) == {made.pk, last.pk}


def test_too_many_rows_and_none_are_refused(propose, mentors, monkeypatch):
    monkeypatch.setattr(service, "MOST_ROWS", 2)

    for rows in (mentors, []):
        with pytest.raises(Refusal):
            propose("mentors", "record.capacity", 3, rows)

    assert not BulkChange.objects.exists()


def test_only_who_manages_people_may(propose, mentors, curator, director):
    change = propose("mentors", "record.capacity", 3, mentors)

    for act in (
        lambda: propose("mentors", "record.capacity", 2, mentors, actor=director),
        lambda: make_bulk_change(actor=director, change=change),
        lambda: undo_bulk_change(actor=director, change=change),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_an_edit_of_the_person_is_seen_as_a_change_since(propose, curator, school):
    person = PersonFactory(school=school, class_name="7Б")
    change = make_bulk_change(actor=curator, change=propose("people", "person.class_name", "8Б", [person]))
    edit_person(actor=curator, person=person, class_name="9Б")

    undo_bulk_change(actor=curator, change=change)

    assert values([person], "class_name") == ["9Б"]


@pytest.mark.parametrize("count", [1, 30])
def test_making_it_takes_the_same_queries_for_one_row_and_for_thirty(propose, curator, programme, count, django_assert_num_queries):
    rows = MentorRecordFactory.create_batch(count, programme=programme)
    change = propose("mentors", "record.capacity", 3, rows)

    with django_assert_num_queries(20):
        make_bulk_change(actor=curator, change=change)


@pytest.mark.parametrize("base", FIELDS)
def test_every_field_of_the_table_has_a_form_field_and_words(base):
    from participants.forms.bulk import BulkValueForm  # noqa: PLC0415 - the form stands above the service

    for chosen in FIELDS[base].values():
        assert str(BulkValueForm(chosen=chosen).fields["value"].label)
        assert chosen.words(chosen.field.get_default() if chosen.field.has_default() else None)
