"""Who is free and who waits, for proposing pairs."""

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from pairs.enums import OCCUPYING
from pairs.models import PairMentee
from participants.models import MenteeRecord, MentorRecord


def occupied_places():
    """Places that are held: of pairs that are proposed, on their way through an order, or active."""
    return PairMentee.objects.filter(pair__state__in=OCCUPYING, finished_on__isnull=True)


def with_places_left(mentors):
    """Add `places_left`: the mentor's capacity less the places held in all pairs."""
    taken = occupied_places().filter(pair__mentor=OuterRef("pk")).order_by().values("pair__mentor")
    held = Subquery(taken.annotate(held=Count("pk")).values("held"), output_field=IntegerField())
    return mentors.annotate(places_left=F("capacity") - Coalesce(held, 0))


def with_open_place(mentees):
    """Add `in_pair`: does the mentee hold a place that has not ended?"""
    return mentees.annotate(in_pair=Exists(PairMentee.objects.filter(mentee=OuterRef("pk"), finished_on__isnull=True)))


def mentors_today(keys) -> dict[int, MentorRecord]:
    """By key, with what the rules of a new pair read: person, readiness, `places_left`. Lock the rows first, in a query of its own."""
    return with_places_left(MentorRecord.objects.with_readiness().with_person()).in_bulk(set(keys))


def mentees_today(keys) -> dict[int, MenteeRecord]:
    """By key, with what the rules of a new pair read: person, readiness, `in_pair`."""
    return with_open_place(MenteeRecord.objects.with_readiness().with_person()).in_bulk(set(keys))


def free_mentors(programme):
    """Mentors of the programme who may be paired today: present, consents in force, places left."""
    ready = MentorRecord.objects.filter(programme=programme).present().ready().with_person()
    return with_places_left(ready).filter(places_left__gt=0).order_by("person__surname", "person__name", "pk")


def waiting_mentees(programme):
    """Mentees of the programme who may be paired today: present, consents in force, in no pair."""
    ready = MenteeRecord.objects.filter(programme=programme).present().ready().with_person()
    return with_open_place(ready).filter(in_pair=False).order_by("person__surname", "person__name", "pk")
