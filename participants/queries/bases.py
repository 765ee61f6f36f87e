"""The two bases as lists: who is there, who is ready, who has a pair. Pairs are asked by the names of their reverse relations."""

from django.db.models import Count, Q

from participants.models import MenteeRecord, MentorRecord

OPEN_PLACE = Q(seats__finished_on__isnull=True, seats__isnull=False)
OPEN_PLACE_OF_MENTOR = Q(pairs__seats__finished_on__isnull=True, pairs__seats__isnull=False)


def mentors_for(actor):
    """Mentor records with `places_taken`."""
    rows = MentorRecord.objects.visible_to(actor).with_person().with_readiness()
    return rows.annotate(places_taken=Count("pairs__seats", filter=OPEN_PLACE_OF_MENTOR))


def mentees_for(actor):
    """Mentee records with `pairs_open`, one at most."""
    rows = MenteeRecord.objects.visible_to(actor).with_person().with_readiness()
    return rows.annotate(pairs_open=Count("seats", filter=OPEN_PLACE))
