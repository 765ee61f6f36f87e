"""The two bases as lists: who is there, who is ready, who has a pair. Pairs are asked by the names of their reverse relations."""

from django.db.models import Count, OuterRef, Q, Subquery

from participants.models import MenteeRecord, MentorRecord

OPEN_PLACE = Q(seats__finished_on__isnull=True, seats__isnull=False)
OPEN_PLACE_OF_MENTOR = Q(pairs__seats__finished_on__isnull=True, pairs__seats__isnull=False)


def mentors_for(actor):
    """Mentor records with `places_taken`."""
    rows = MentorRecord.objects.visible_to(actor).with_person().with_readiness()
    return rows.annotate(places_taken=_count(MentorRecord, "pairs__seats", OPEN_PLACE_OF_MENTOR))


def mentees_for(actor):
    """Mentee records with `pairs_open`, one at most."""
    rows = MenteeRecord.objects.visible_to(actor).with_person().with_readiness()
    return rows.annotate(pairs_open=_count(MenteeRecord, "seats", OPEN_PLACE))


def _count(model, path: str, condition: Q) -> Subquery:
    """Apart from the row, so that a long list is counted and sorted without it."""
    own = model.objects.filter(pk=OuterRef("pk")).order_by().values("pk")
    return Subquery(own.annotate(number=Count(path, filter=condition)).values("number"))
