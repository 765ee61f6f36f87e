"""What is missing in the folder of a programme: a sentence, and the page that repairs it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reports.enums import PAIRING
from reports.presenters.folder_rules import RULES, Rule
from reports.queries.document_texts import document_kind
from reports.queries.folder_gaps import Gaps, folder_gaps
from reports.queries.order_texts import kind_words

OF_PROGRAMME = ("programmes:detail", "reports:documents")  # pages whose address holds the programme


@dataclass(frozen=True)
class Missing:
    """`label` is the link that repairs it, `other_label` another way to repair it."""

    sentence: str
    label: str
    url: str
    other_label: str = ""
    other_url: str = ""


def missing(programme) -> list[Missing]:
    """In the order of the folder. Empty when an inspection would find everything."""
    gaps = folder_gaps(programme)
    counted = ((rule, rule.count(gaps)) for rule in RULES)
    found = [Missing(str(rule.words % {"count": count}), str(rule.label), _address(rule, programme)) for rule, count in counted if count]
    return [*_kinds(programme, gaps), *_papers(programme, gaps), *_scans(gaps), *found, *_monitoring(programme, gaps)]


def _address(rule: Rule, programme) -> str:
    if rule.url in OF_PROGRAMME:
        return reverse(rule.url, args=[programme.pk])
    pairs = [("programme", programme.pk), *rule.query]
    return f"{reverse(rule.url)}?" + "&".join(f"{key}={value}" for key, value in pairs)


def _kinds(programme, gaps: Gaps):
    for kind in gaps.kinds:
        url = reverse("reports:order_draft", args=[programme.pk, kind])
        if kind == PAIRING:
            url = f"{reverse('reports:order_prepare')}?programme={programme.pk}"
        sentence = _("There is no signed order “%(kind)s”. Prepare it, or enter the one that was issued on paper.")
        paper = f"{reverse('reports:order_earlier')}?programme={programme.pk}&kind={kind}"
        yield Missing(sentence % {"kind": kind_words(kind)}, _("Prepare an order"), url, _("Enter the paper one"), paper)


def _papers(programme, gaps: Gaps):
    for kind in gaps.papers:
        sentence = _("There is no finished document “%(kind)s”. Make it and finish it, or approve it by an order.")
        url = reverse("reports:document_make", args=[programme.pk, kind])
        order = reverse("reports:order_draft", args=[programme.pk, kind])
        yield Missing(sentence % {"kind": document_kind(kind)["menu"]}, _("Make the document"), url, _("Prepare an order"), order)


def _scans(gaps: Gaps):
    for order in gaps.scanless:
        words = {"order": order, "day": date_format(order.signed_on, "SHORT_DATE_FORMAT")}
        sentence = _("The order %(order)s of %(day)s was issued on paper and its scan is not here.") % words
        yield Missing(sentence, _("Attach the scan"), f"{order.get_absolute_url()}#scan")


def _monitoring(programme, gaps: Gaps):
    page, sheet = (reverse(f"monitoring:{name}", args=[programme.pk]) for name in ("programme", "indicators"))
    if gaps.entry_missing:
        yield Missing(_("No entry questionnaires have been held and closed."), _("Open monitoring"), page)
    if gaps.exit_missing:
        yield Missing(_("The programme is over and no exit questionnaires have been held and closed."), _("Open monitoring"), page)
    if gaps.indicators_missing:
        yield Missing(_("The table of indicators has not been filled in."), _("Fill in the indicators"), sheet)
