"""What home pages show besides the counts."""

from django.db.models import Count, Exists, Max, OuterRef, Q

from mentoring.common.clock import today
from monitoring.models import Invitation
from pairs.enums import OCCUPYING
from pairs.models import PairMentee
from participants.models import MenteeRecord
from reports.models import Acknowledgement, Order


def orders_to_sign(actor):
    """Orders with the director that others have written, the longest waiting first."""
    rows = Order.objects.visible_to(actor).waiting_for_signature().not_written_by(actor).with_people()
    sent = Max("transitions__at", filter=Q(transitions__step="send"))
    return rows.annotate(sent_at=sent, pairs_count=Count("pairs", distinct=True)).order_by("sent_at", "pk")


def orders_to_read(actor) -> int:
    """Signed orders that name the person or the person's child, not confirmed yet."""
    return Acknowledgement.objects.of_user(actor.user_id).waiting().values("order").distinct().count()


def questionnaires_of(actor):
    """The person's own questionnaires that wait for answers."""
    rows = Invitation.objects.waiting().filter(person__user_id=actor.user_id)
    return rows.select_related("campaign__programme", "questionnaire").order_by("campaign__opened_on", "pk")


def pupils_of_class(actor):
    """Mentees of the class teacher's class in running programmes, with what is missing and whether a pair is there."""
    place = PairMentee.objects.filter(mentee=OuterRef("pk"), finished_on__isnull=True, pair__state__in=OCCUPYING)
    rows = MenteeRecord.objects.visible_to(actor).present().filter(programme__ends_on__gte=today())
    return rows.with_person().with_readiness().annotate(has_pair=Exists(place)).order_by("person__search_key", "pk")
