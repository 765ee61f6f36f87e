"""What may be missing in the folder, as a table: how it is counted, what is said, where it is repaired."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy, ngettext_lazy

from reports.enums import OrderState
from reports.queries.folder_gaps import Gaps


@dataclass(frozen=True)
class Rule:
    """`words` holds «%(count)s»; `url` is the name of a page, `query` its filters besides the programme."""

    count: Callable[[Gaps], int]
    words: str
    label: str
    url: str
    query: tuple[tuple[str, str], ...] = ()


RULES = (
    Rule(
        lambda gaps: gaps.orders.get(OrderState.DRAFT, 0),
        ngettext_lazy("%(count)s order is still a draft.", "%(count)s orders are still drafts.", "count"),
        gettext_lazy("Send to the director"),
        "reports:orders",
        (("state", OrderState.DRAFT),),
    ),
    Rule(
        lambda gaps: gaps.orders.get(OrderState.RETURNED, 0),
        ngettext_lazy(
            "%(count)s order is back with the director's remark.", "%(count)s orders are back with the director's remark.", "count"
        ),
        gettext_lazy("Read the remark"),
        "reports:orders",
        (("state", OrderState.RETURNED),),
    ),
    Rule(
        lambda gaps: gaps.orders.get(OrderState.SENT, 0),
        ngettext_lazy(
            "%(count)s order waits for the director's signature.", "%(count)s orders wait for the director's signature.", "count"
        ),
        gettext_lazy("See these orders"),
        "reports:orders",
        (("state", OrderState.SENT),),
    ),
    Rule(
        lambda gaps: gaps.drafts,
        ngettext_lazy("%(count)s document is still a draft.", "%(count)s documents are still drafts.", "count"),
        gettext_lazy("Finish the drafts"),
        "reports:documents",
    ),
    Rule(
        lambda gaps: gaps.unread,
        ngettext_lazy(
            "%(count)s person named in an order has not confirmed reading it.",
            "%(count)s people named in orders have not confirmed reading them.",
            "count",
        ),
        gettext_lazy("See who has not read"),
        "reports:unread",
    ),
    Rule(
        lambda gaps: gaps.overdue_measures,
        ngettext_lazy(
            "%(count)s measure of the roadmap is past its term and not marked as done.",
            "%(count)s measures of the roadmap are past their term and not marked as done.",
            "count",
        ),
        gettext_lazy("Open the roadmap"),
        "programmes:detail",
    ),
    Rule(
        lambda gaps: gaps.lacking_consents,
        ngettext_lazy("%(count)s participant lacks a consent.", "%(count)s participants lack a consent.", "count"),
        gettext_lazy("Record consents"),
        "participants:consents_record",
    ),
    Rule(
        lambda gaps: gaps.without_request,
        ngettext_lazy("%(count)s mentee has no main request in the base.", "%(count)s mentees have no main request in the base.", "count"),
        gettext_lazy("Open the base of mentees"),
        "participants:mentees",
    ),
    Rule(
        lambda gaps: gaps.without_results,
        ngettext_lazy(
            "%(count)s mentee has finished and the base does not say with what result.",
            "%(count)s mentees have finished and the base does not say with what result.",
            "count",
        ),
        gettext_lazy("Open the base of mentees"),
        "participants:mentees",
    ),
    Rule(
        lambda gaps: gaps.agreed_pairs,
        ngettext_lazy("%(count)s pair has agreed and has no order.", "%(count)s pairs have agreed and have no order.", "count"),
        gettext_lazy("Prepare an order"),
        "reports:order_prepare",
    ),
    Rule(
        lambda gaps: gaps.silent_pairs,
        ngettext_lazy("%(count)s pair has not met for 30 days.", "%(count)s pairs have not met for 30 days.", "count"),
        gettext_lazy("See these pairs"),
        "pairs:list",
        (("attention", "silent"),),
    ),
    Rule(
        lambda gaps: gaps.unmet_pairs,
        ngettext_lazy(
            "%(count)s pair has finished without a single meeting in the log.",
            "%(count)s pairs have finished without a single meeting in the log.",
            "count",
        ),
        gettext_lazy("Open the meetings"),
        "pairs:meetings",
    ),
    Rule(
        lambda gaps: gaps.planless_pairs,
        ngettext_lazy("%(count)s pair has no individual plan.", "%(count)s pairs have no individual plan.", "count"),
        gettext_lazy("See plans and reports"),
        "reports:documents",
    ),
    Rule(
        lambda gaps: gaps.unreported_pairs,
        ngettext_lazy(
            "%(count)s pair has completed its work without the mentor's report.",
            "%(count)s pairs have completed their work without the mentor's report.",
            "count",
        ),
        gettext_lazy("See plans and reports"),
        "reports:documents",
    ),
)
