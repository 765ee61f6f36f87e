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


def free_mentors(programme):
    """Mentors of the programme who may be paired today: present, consents in force, places left."""
    ready = MentorRecord.objects.filter(programme=programme).present().ready().with_person()
    return with_places_left(ready).filter(places_left__gt=0).order_by("person__surname", "person__name", "pk")


def waiting_mentees(programme):
    """Mentees of the programme who may be paired today: present, consents in force, in no pair."""
    open_place = PairMentee.objects.filter(mentee=OuterRef("pk"), finished_on__isnull=True)
    ready = MenteeRecord.objects.filter(programme=programme).present().ready().with_person()
    return ready.filter(~Exists(open_place)).order_by("person__surname", "person__name", "pk")
