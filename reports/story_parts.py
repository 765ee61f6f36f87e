"""What this room tells of a person: orders in force once and finished papers that name the person, to those who see orders."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants.queries.story import Event, story_part
from reports.enums import DocumentState, OrderState
from reports.models import Document, Order

THROUGH = ("pairs", "ending_pairs", "changed_pairs")
ISSUED = (OrderState.SIGNED, OrderState.ANNULLED, OrderState.REGISTERED)


@story_part("papers", gettext_lazy("Orders and papers"))
def papers(person, actor):
    paths = [f"{pairs}__{side}__person" for pairs in THROUGH for side in ("mentor", "mentees")]
    named = Q(*((path, person) for path in paths), _connector=Q.OR)
    for order in Order.objects.visible_to(actor).filter(named, state__in=ISSUED).distinct():
        sentence = _("Order %(order)s") % {"order": order}
        is_past = order.state == OrderState.ANNULLED
        note = str(order.get_state_display()) if is_past else ""
        yield Event(order.signed_on, sentence, "patch-check", "neutral" if is_past else "good", note, order.get_absolute_url(), rank=6)
    of_pair = Q(pair__mentor__person=person) | Q(pair__mentees__person=person)
    finished = Document.objects.visible_to(actor).filter(Q(person=person) | of_pair, state=DocumentState.FINAL).distinct()
    for document in finished:
        sentence = _("Paper: %(title)s") % {"title": document.title}
        yield Event(document.finished_on, sentence, "file-earmark-text", "neutral", url=document.get_absolute_url(), rank=6)
