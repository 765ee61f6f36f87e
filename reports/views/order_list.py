from django.db.models import Case, Count, IntegerField, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.access import NeedsPermission
from accounts.permissions import Permission
from mentoring.common.lists import Action, Column, Empty, ListPage
from mentoring.common.templatetags.ui import state_badge
from reports.enums import OrderState
from reports.filters import OrderFilter
from reports.models import Order

FIRST_FOR_DIRECTOR = (OrderState.SENT, OrderState.SIGNED)
FIRST_FOR_CURATOR = (OrderState.RETURNED, OrderState.DRAFT, OrderState.SENT, OrderState.SIGNED)


class OrderList(NeedsPermission, ListPage):
    """What waits for the reader comes first: the signature for a director, a remark or a draft for a curator."""

    permissions = (Permission.VIEW_ORDERS,)
    template_name = "reports/order_list.html"
    filterset_class = OrderFilter
    page_title = _("Orders")
    page_lead = _("An order fixes pairs and groups: with the director's signature they start to work.")
    default_order = ("urgency", "-signed_on", "-pk")
    columns = (
        Column("title", pgettext_lazy("paper", "Order"), str, order_by=("title",), width=60),
        Column(
            "state",
            _("State"),
            lambda order: order.get_state_display(),
            html=lambda order: state_badge(order.state, order.get_state_display()),
            order_by=("state",),
        ),
        Column("programme", _("Programme"), lambda order: order.programme.title, order_by=("programme__title",), width=40),
        Column("pairs", _("Pairs and groups"), lambda order: order.pairs_count, order_by=("pairs_count",), kind="integer", css="num"),
        Column("author", _("Prepared by"), lambda order: str(order.author.user), order_by=("author__user__last_name",)),
        Column("signed", _("Date of the order"), lambda order: order.signed_on, order_by=("signed_on",), kind="date"),
    )

    def get_queryset(self):
        first = FIRST_FOR_DIRECTOR if self.request.actor.may(Permission.SIGN_ORDERS) else FIRST_FOR_CURATOR
        ranks = [When(state=state, then=Value(rank)) for rank, state in enumerate(first)]
        rows = Order.objects.visible_to(self.request.actor).with_people()
        return rows.annotate(
            pairs_count=Count("pairs", distinct=True), urgency=Case(*ranks, default=Value(len(first)), output_field=IntegerField())
        )

    def get_actions(self):
        return [self._prepare()] if self._may_prepare() else []

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
