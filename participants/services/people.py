"""People: adding, editing, their guardians."""

import datetime
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from participants.class_names import tidy_class_name
from participants.models import Person
from participants.queries.people import people_like
from participants.queries.twins import twins_of
from participants.services.merging.apart import are_told_apart, tell_apart
from participants.services.rows import check_row, lock_school, stripped

EARLIEST_BIRTH = datetime.date(1920, 1, 1)
KEPT_BY_THE_HOUSE = ("school", "search_key", "user")


class DuplicatePerson(Refusal):
    """`person` is the one who is already there."""

    def __init__(self, person: Person, *, certain: bool):
        self.person = person
        facts = {"person": person.full_name, "place": person.place or str(person.get_kind_display())}
        if certain:
            sentence = _("%(person)s (%(place)s) is already in the school's list. Open that person instead of adding a second one.")
        else:
            sentence = _(
                "%(person)s (%(place)s) is already in the school's list and one of the two birth dates is unknown. Open that person, "
                "or give both birth dates if these are two people."
            )
        super().__init__(sentence % facts)


class SuspectedTwins(Refusal):
    """`twins` are (person, signs) of those who may be meant."""

    def __init__(self, twins: list[tuple[Person, list[str]]]):
        self.twins = twins
        names = "; ".join(
            _("%(person)s (%(place)s): %(signs)s")
            % {"person": person.full_name, "place": person.place or person.get_kind_display(), "signs": ", ".join(map(str, signs))}
            for person, signs in twins
        )
        super().__init__(
            _("Perhaps this person is in the list already. %(names)s. Open that entry, or say below that it is somebody else.")
            % {"names": names}
        )


@transaction.atomic
def add_person(*, actor, not_same: Collection[int] = (), **fields) -> Person:
    """Add somebody who is not there yet: the same name with the same birth date is refused.

    Whoever looks like somebody in the list is refused until the person says that it is not the same: `not_same` holds the keys of those.
    """
    actor.must(Permission.MANAGE_PEOPLE)
    lock_school(actor)
    person = Person(school=actor.school)
    _fill(person, fields)
    twins = twins_of(vars(person))
    if unsaid := [(twin, signs) for twin, signs in twins if twin.pk not in not_same]:
        raise SuspectedTwins(unsaid)
    person.save()
    record(actor, "person.added", person)
    for twin, _signs in twins:
        tell_apart(actor=actor, one=person, other=twin)
    return person


@transaction.atomic
def edit_person(*, actor, person: Person, **fields) -> Person:
    """Change what is given, leave the rest."""
    actor.must(Permission.MANAGE_PEOPLE)
    lock_school(actor)
    locked = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    before = {name: getattr(locked, name) for name in fields}
    _fill(locked, fields)
    changed = [name for name in fields if getattr(locked, name) != before[name]]
    if changed:
        locked.save(update_fields=[*changed, "search_key"])
        words = ", ".join(str(Person._meta.get_field(name).verbose_name) for name in changed)
        record(actor, "person.edited", locked, fields=words)
    return locked


def _fill(person: Person, fields: dict) -> None:
    fill_person(person, fields)
    for twin in people_like(person.surname, person.name, person.patronymic, person.birth_date).exclude(pk=person.pk):
        is_certain = twin.birth_date is not None and twin.birth_date == person.birth_date
        if is_certain or (person.pk and not are_told_apart(person, twin)):
            raise DuplicatePerson(twin, certain=is_certain)


def fill_person(person: Person, fields: dict) -> None:
    """Set fields of a person, not saved yet; raises `Refusal` when the person may not be so. Nobody is asked about namesakes."""
    for name, value in stripped(fields).items():
        setattr(person, name, value)
    person.class_name, person.class_led = tidy_class_name(person.class_name), tidy_class_name(person.class_led)
    check_row(person, exclude=KEPT_BY_THE_HOUSE)
    if person.birth_date is not None and not EARLIEST_BIRTH <= person.birth_date <= today():
        raise Refusal(_("Birth date: check the year, it must be between 1920 and today."))
