"""Entries in the base of mentors and in the base of mentees of a programme."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from participants.enums import ConsentPurpose
from participants.models import MenteeRecord, MentorRecord, Person
from participants.services.consent_rules import require_consents
from participants.services.rows import check_row, stripped
from participants.services.topics import chosen_topics

KEPT_BY_THE_HOUSE = ("school", "programme", "person")
MOST_PLACES = 30
OLDEST, LAST_CLASS = 99, 11
EVENTS = {MentorRecord: "mentor", MenteeRecord: "mentee"}


@transaction.atomic
def enter_mentor(*, actor, programme, person: Person, **fields) -> MentorRecord:
    return _enter(MentorRecord, actor, programme, person, fields)


@transaction.atomic
def enter_mentee(*, actor, programme, person: Person, **fields) -> MenteeRecord:
    return _enter(MenteeRecord, actor, programme, person, fields)


@transaction.atomic
def edit_record(*, actor, row: MentorRecord | MenteeRecord, **fields) -> None:
    """Change what is given, leave the rest."""
    actor.must(Permission.MANAGE_PEOPLE)
    locked = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    topics = fields.pop("topics", None)
    before = {name: getattr(locked, name) for name in fields}
    fill_record(locked, fields)
    changed = [name for name in fields if getattr(locked, name) != before[name]]
    if changed:
        locked.save(update_fields=changed)
    if topics is not None and _choose(locked, topics):
        changed.append("topics")
    if changed:
        words = ", ".join(str(locked._meta.get_field(name).verbose_name) for name in changed)
        record(actor, f"{EVENTS[type(row)]}.edited", locked, fields=words)


def _enter(model, actor, programme, person: Person, fields: dict):
    actor.must(Permission.MANAGE_PEOPLE)
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if model.objects.filter(programme=programme, person=person).exists():
        raise Refusal(
            _("%(person)s is already in this base of the programme “%(programme)s”. Open the person to change the entry.")
            % {
                "person": person.full_name,
                "programme": programme.title,
            }
        )
    row = model(school=actor.school, programme=programme, person=person)
    topics = chosen_topics(fields.pop("topics", ()))
    fill_record(row, fields)
    row.save()
    if topics:
        row.topics.set(topics)
    record(actor, f"{EVENTS[model]}.entered", row, programme=programme.title)
    return row


def _choose(row, topics) -> bool:
    """Exactly the topics of the keys; says whether that changed anything."""
    wanted = chosen_topics(topics)
    if {topic.pk for topic in wanted} == set(row.topics.values_list("pk", flat=True)):
        return False
    row.topics.set(wanted)
    return True


def fill_record(row, fields: dict) -> None:
    """Set fields of a record, not saved yet; raises `Refusal` when the record may not be so."""
    was_published = row.case_link
    for name, value in stripped(fields).items():
        setattr(row, name, value)
    if row.case_link and row.case_link != was_published:
        require_consents([row.person], (ConsentPurpose.PUBLICATION,))
    check_row(row, exclude=KEPT_BY_THE_HOUSE)
    if isinstance(row, MentorRecord) and not 1 <= row.capacity <= MOST_PLACES:
        raise Refusal(_("Places for mentees: write a number from 1 to %(most)s.") % {"most": MOST_PLACES})
    if isinstance(row, MentorRecord):
        _check_wishes(row)
    if row.left_on is not None and row.left_on < row.entered_on:
        raise Refusal(_("Left the programme: the date must not be before the entry."))


def _check_wishes(row: MentorRecord) -> None:
    for first, last, most in (("age_from", "age_to", OLDEST), ("class_from", "class_to", LAST_CLASS)):
        low, high = getattr(row, first), getattr(row, last)
        for name in (first, last):
            value = getattr(row, name)
            if value is not None and not 1 <= value <= most:
                label = str(row._meta.get_field(name).verbose_name)
                raise Refusal(_("%(field)s: write a number from 1 to %(most)s.") % {"field": label.capitalize(), "most": most})
        if low is not None and high is not None and low > high:
            label = str(row._meta.get_field(first).verbose_name).partition(",")[0]
            raise Refusal(_("%(field)s: “from” must not be above “to”.") % {"field": label.capitalize()})
