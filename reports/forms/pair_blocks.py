"""Fields of the form of an order that choose pairs and orders.

The pairs of a draft that is edited stand among those to choose and are ticked.
"""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from pairs.queries import free_mentors
from reports.forms.days import day_field
from reports.forms.pairs import PairsField
from reports.queries.order_difference import amended_without_order, ended_without_order, leaving_pairs, with_own
from reports.queries.orders import agreed_pairs, orders_in_force, orders_on_pairs, pairs_at_work

OF_BASE = "#div_id_ending,#div_id_changed,#div_id_old_pair"  # what another choice of the order changes on the page
ANOTHER_ORDER = {"invalid_choice": _("One of the pairs is not fixed by the chosen order. Choose from the list below.")}


class OrderField(forms.ModelChoiceField):
    def label_from_instance(self, order):
        return f"№ {order.number}, {order.signed_on:%d.%m.%Y}: {order.title}"


class MentorField(forms.ModelChoiceField):
    def label_from_instance(self, record):
        return f"{record.person.full_name}, {record.person.place}".rstrip(", ")


def _annulled(draft) -> dict:
    return {"amends": _amends(orders_in_force(draft.programme), initial=draft.order and draft.order.amends)}


def _changed_order(draft) -> dict:
    """The last order on pairs stands there; one from paper may be on them too. Another choice shows its pairs at once."""
    field = _amends(orders_on_pairs(draft.programme), initial=draft.base)
    field.help_text = _("The pairs to choose from are those of this order and of the orders that have changed it.")
    field.widget.attrs |= {"hx-get": "", "hx-trigger": "change", "hx-swap": "none", "hx-select-oob": OF_BASE}
    return {"amends": field}


def _amends(queryset, initial) -> OrderField:
    error = {"required": _("Choose the order that is changed or annulled.")}
    told = {"queryset": queryset, "initial": initial, "empty_label": _("Choose the order")}
    return OrderField(label=_("Which order"), error_messages=error, **told)


def _fixed(draft) -> dict:
    """An order that fixes pairs must have one; usually it fixes all that have agreed."""
    rows, own = agreed_pairs(draft.programme), draft.order and draft.order.pairs
    queryset, ticked = (rows, rows) if own is None else (with_own(rows, own), own)
    told = {"queryset": queryset, "initial": list(ticked.values_list("pk", flat=True))}
    error = {"required": _("Choose at least one pair: an order without pairs fixes nothing.")}
    return {"pairs": PairsField(label=_("Pairs and groups for the order"), error_messages=error, **told)}


def _pairs(name: str, label, queryset, nobody: str, *, ticked=None, own=None, error=None) -> dict:
    """Boxes of pairs; `ticked` is the difference from the order in force, `own` what the order says, `nobody` why there are none."""
    if own is not None:
        queryset, ticked = with_own(queryset, own), own
    initial = [] if ticked is None else list(ticked.values_list("pk", flat=True))
    told = {"help_text": "" if queryset else nobody, "required": False, "error_messages": error}
    return {name: PairsField(label=label, queryset=queryset, initial=initial, **told)}


def _added(draft) -> dict:
    nobody = _("There are none: a pair stands here when every side has agreed and no order has it yet.")
    rows, own = agreed_pairs(draft.programme), draft.order and draft.order.pairs
    return _pairs("pairs", _("Pairs to add"), rows, nobody, ticked=rows, own=own)


def _leaving(draft) -> dict:
    rows, nobody = leaving_pairs(draft.fixed), _("There are none: no pair of this order works now.")
    told = {"ticked": ended_without_order(draft.fixed), "own": draft.own("ending_pairs"), "error": ANOTHER_ORDER}
    return _pairs("ending", _("Pairs to leave out"), rows, nobody, **told)


def _changed(draft) -> dict:
    rows, nobody = amended_without_order(draft.fixed), _("There are none: new terms are agreed on the page of a pair.")
    return _pairs("changed", _("Pairs on new terms"), rows, nobody, ticked=rows, own=draft.own("changed_pairs"), error=ANOTHER_ORDER)


def _ending(draft) -> dict:
    rows, nobody = pairs_at_work(draft.programme), _("There are none: no pair of the programme works now.")
    return _pairs("ending", _("Pairs that finish"), rows, nobody, own=draft.own("ending_pairs"))


def _replacement(draft) -> dict:
    day = day_field(_("The new mentor and the mentees agreed on"), help_text=_("Their written agreement, for minors that of a parent."))
    rows, own = pairs_at_work(draft.programme).filter(pk__in=draft.fixed.values("pk")), draft.own("ending_pairs")
    queryset, first = (rows, None) if own is None else (with_own(rows, own), own.first())
    pair = {"label": _("Pair or group whose mentor changes"), "initial": first, "empty_label": _("Choose the pair")}
    mentor = {"label": _("New mentor, from those with free places"), "empty_label": _("Choose the mentor")}
    return {
        "old_pair": forms.ModelChoiceField(queryset=queryset, error_messages=ANOTHER_ORDER, **pair),
        "new_mentor": MentorField(queryset=free_mentors(draft.programme), **mentor),
        "agreed_on": day,
    }


PAIR_BLOCKS: dict[str, Callable] = {
    "base_order": _changed_order,
    "annulled_order": _annulled,
    "fixed_pairs": _fixed,
    "added_pairs": _added,
    "ending_pairs": _ending,
    "leaving_pairs": _leaving,
    "changed_pairs": _changed,
    "replacement": _replacement,
}
