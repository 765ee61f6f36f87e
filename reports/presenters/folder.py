"""What is missing in the folder of a programme: a sentence, and the page that repairs it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from reports.enums import PAIRING, OrderState
from reports.queries.folder_gaps import Gaps, folder_gaps
from reports.queries.order_texts import kind_words


@dataclass(frozen=True)
class Missing:
    """`label` is the link that repairs it."""

    sentence: str
    label: str
    url: str


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
)


def missing(programme) -> list[Missing]:
    """In the order of the folder. Empty when an inspection would find everything."""
    gaps = folder_gaps(programme)
    counted = ((rule, rule.count(gaps)) for rule in RULES)
    found = [Missing(str(rule.words % {"count": count}), str(rule.label), _address(rule, programme)) for rule, count in counted if count]
    return [*_kinds(programme, gaps), *found, *_monitoring(programme, gaps)]


def _address(rule: Rule, programme) -> str:
    if rule.url == "programmes:detail":
        return programme.get_absolute_url()
    pairs = [("programme", programme.pk), *rule.query]
    return f"{reverse(rule.url)}?" + "&".join(f"{key}={value}" for key, value in pairs)


def _kinds(programme, gaps: Gaps):
    for kind in gaps.kinds:
        url = reverse("reports:order_draft", args=[programme.pk, kind])
        if kind == PAIRING:
            url = f"{reverse('reports:order_prepare')}?programme={programme.pk}"
        sentence = _("There is no signed order “%(kind)s”. Prepare it, or enter the one that was issued on paper.")
        yield Missing(sentence % {"kind": kind_words(kind)}, _("Prepare an order"), url)


def _monitoring(programme, gaps: Gaps):
    page, sheet = (reverse(f"monitoring:{name}", args=[programme.pk]) for name in ("programme", "indicators"))
    if gaps.entry_missing:
        yield Missing(_("No entry questionnaires have been held and closed."), _("Open monitoring"), page)
    if gaps.exit_missing:
        yield Missing(_("The programme is over and no exit questionnaires have been held and closed."), _("Open monitoring"), page)
    if gaps.indicators_missing:
        yield Missing(_("The table of indicators has not been filled in."), _("Fill in the indicators"), sheet)
