from django.db.models import Case, Count, IntegerField, Value, When
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.lists import Action, Column, Empty
from mentoring.common.templatetags.ui import state_badge
from reports.enums import OrderState
from reports.filters import OrderFilter
from reports.models import Order
from reports.presenters.orders import amendment_words
from reports.queries.order_texts import kind_words
from reports.views.once import new_key

FIRST_FOR_DIRECTOR = (OrderState.SENT, OrderState.SIGNED)
FIRST_FOR_CURATOR = (OrderState.RETURNED, OrderState.DRAFT, OrderState.SENT, OrderState.SIGNED)


def _amendments(order) -> list[tuple[str, str]]:
    return [(row.get_absolute_url(), amendment_words(row)) for row in order.amendments]


class OrderList(SchoolList):
    """What waits for the reader comes first: the signature for a director, a remark or a draft for a curator."""

    permissions = (Permission.VIEW_ORDERS,)
    template_name = "reports/order_list.html"
    filterset_class = OrderFilter
    page_title = _("Orders")
    page_lead = _("The register of orders: with the director's signature an order gets its number and comes into force.")
    default_order = ("urgency", "-signed_on", "-pk")
    columns = (
        Column("title", pgettext_lazy("paper", "Order"), str, order_by=("title",), width=60),
        Column("number", _("Number"), lambda order: order.number, optional=True, width=12),
        Column("kind", _("Kind"), lambda order: kind_words(order.kind), order_by=("kind",), width=40),
        Column(
            "state",
            _("State"),
            lambda order: order.get_state_display(),
            html=lambda order: format_html(
                "{}{}",
                state_badge(order.state, order.get_state_display()),
                format_html_join("", '<br><a href="{}">{}</a>', _amendments(order)),
            ),
            order_by=("state",),
        ),
        Column("amendments", _("Changed or annulled"), lambda order: "; ".join(words for _url, words in _amendments(order)), optional=True),
        Column("programme", _("Programme"), lambda order: order.programme.title, order_by=("programme__title",), width=40),
        Column("pairs", _("Pairs and groups"), lambda order: order.pairs_count, order_by=("pairs_count",), kind="integer", css="num"),
        Column("signed", _("Date of the order"), lambda order: order.signed_on, order_by=("signed_on",), kind="date"),
        Column("author", _("Prepared by"), lambda order: str(order.author.user), optional=True),
    )

    def get_queryset(self):
        first = FIRST_FOR_DIRECTOR if self.request.actor.may(Permission.SIGN_ORDERS) else FIRST_FOR_CURATOR
        ranks = [When(state=state, then=Value(rank)) for rank, state in enumerate(first)]
        rows = Order.objects.visible_to(self.request.actor).with_people().with_amendments()
        return rows.annotate(
            pairs_count=Count("pairs", distinct=True), urgency=Case(*ranks, default=Value(len(first)), output_field=IntegerField())
        )

    def get_actions(self):
        actor = self.request.actor
        unread = Action(_("Who has not read"), reverse("reports:unread"), icon="person-exclamation")
        if actor.may(Permission.SIGN_ORDERS):
            return [unread, Action(_("Check and sign"), reverse("reports:orders_sign"), icon="patch-check", primary=True)]
        if not self._may_prepare():
            return [unread]
        other = Action(_("Another kind of order"), reverse("reports:order_kinds"), icon="files")
        return [Action(_("Numbers"), reverse("reports:numbers"), icon="hash"), unread, other, self._prepare()]

    def get_sheets(self):
        return [Action(_("Register of orders, workbook"), reverse("reports:order_register_workbook"), icon="file-earmark-spreadsheet")]

    def get_context_data(self, **kwargs):
        return super().get_context_data(register_query=self.request.GET.urlencode(), request_key=new_key(), **kwargs)

    def get_empty(self):
        if self._may_prepare():
            sentence = _("There are no orders yet. When both sides of a pair have agreed, prepare the order that fixes it.")
            return Empty(sentence, icon="journal-text", action=self._prepare())
        sentence = _("There are no orders yet. The curator prepares them when pairs have agreed; they will appear here.")
        return Empty(sentence, icon="journal-text")

    def _may_prepare(self) -> bool:
        return self.request.actor.may(Permission.PREPARE_ORDERS)

    def _prepare(self) -> Action:
        return Action(_("Prepare an order"), reverse("reports:order_prepare"), icon="file-earmark-plus", primary=True)
