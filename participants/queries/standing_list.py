"""Everybody in a base that runs, with the standing of each consent as a column: `stands_<purpose>`."""

import datetime

from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When

from mentoring.common.clock import today
from participants.enums import ConsentPurpose, ConsentStanding
from participants.models import Consent, ConsentWithdrawal, MenteeRecord, MentorRecord, Person
from programmes.enums import PersonKind

SOON = datetime.timedelta(days=30)
ENDING = "ending"  # in force, but not for long: a state of lists alone


def people_with_standings(actor):
    here = {"left_on__isnull": True, "programme__ends_on__gte": today()}
    mentors, mentees = (model.objects.filter(**here).order_by().values("person") for model in (MentorRecord, MenteeRecord))
    people = Person.objects.visible_to(actor).filter(Q(pk__in=mentors) | Q(pk__in=mentees))
    is_mentor = Exists(MentorRecord.objects.filter(person=OuterRef("pk"), **here))
    stands = {f"stands_{purpose}": _standing(purpose) for purpose in ConsentPurpose}
    return people.annotate(leads_as_teacher=Q(kind=PersonKind.TEACHER) & Q(is_mentor), **stands)


def _standing(purpose: str) -> Case:
    """As `standings` says, in the database; the last consent counts where none is in force."""
    given = Consent.objects.filter(person=OuterRef("pk"), purpose=purpose, given_on__lte=today())
    in_force = Consent.objects.in_force(today()).filter(person=OuterRef("pk"), purpose=purpose)
    lasting = in_force.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=today() + SOON))
    last = Consent.objects.filter(person=OuterRef(OuterRef("pk")), purpose=purpose, given_on__lte=today()).order_by("-given_on", "-pk")
    return Case(
        When(Exists(lasting), then=Value(ConsentStanding.IN_FORCE)),
        When(Exists(in_force), then=Value(ENDING)),
        When(Exists(ConsentWithdrawal.objects.filter(consent=Subquery(last.values("pk")[:1]))), then=Value(ConsentStanding.WITHDRAWN)),
        When(Exists(given), then=Value(ConsentStanding.EXPIRED)),
        default=Value(ConsentStanding.MISSING),
    )
