"""Fields of the form of an order that choose pairs and orders.

With `order`, a draft that is edited, its own pairs stand among those to choose and are ticked.
"""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from pairs.queries import free_mentors
from reports.forms.days import day_field
from reports.forms.pairs import PairsField, fixed_pairs_field
from reports.queries.order_difference import amended_without_order, ended_without_order, leaving_pairs, with_own
from reports.queries.orders import agreed_pairs, orders_in_force, orders_on_pairs, pairs_at_work


class OrderField(forms.ModelChoiceField):
    def label_from_instance(self, order):
        return f"№ {order.number}, {order.signed_on:%d.%m.%Y}: {order.title}"


class MentorField(forms.ModelChoiceField):
    def label_from_instance(self, record):
        return f"{record.person.full_name}, {record.person.place}".rstrip(", ")


def _annulled(programme, order=None) -> dict:
    return _amends(orders_in_force(programme), order)


def _changed_order(programme, order=None) -> dict:
    """The last order on pairs stands there; one from paper may be on them too."""
    rows = orders_on_pairs(programme)
    return _amends(rows, order, initial=rows.first())


def _amends(queryset, order, initial=None) -> dict:
    error = {"required": _("Choose the order that is changed or annulled.")}
    initial = initial if order is None else order.amends
    return {"amends": OrderField(label=_("Which order"), queryset=queryset, initial=initial, error_messages=error)}


def _fixed(programme, order=None) -> dict:
    rows = agreed_pairs(programme)
    return {"pairs": fixed_pairs_field(rows, rows) if order is None else fixed_pairs_field(with_own(rows, order.pairs), order.pairs)}


def _pairs(name: str, label, queryset, nobody: str, *, ticked=None, own=None) -> dict:
    """Boxes of pairs; `ticked` is the difference from the order in force, `own` what the order says, `nobody` why there are none."""
    if own is not None:
        queryset, ticked = with_own(queryset, own), own
    initial = [] if ticked is None else list(ticked.values_list("pk", flat=True))
    return {name: PairsField(label=label, queryset=queryset, initial=initial, help_text="" if queryset else nobody, required=False)}


def _added(programme, order=None) -> dict:
    rows, nobody = agreed_pairs(programme), _("There are none: a pair stands here when every side has agreed and no order has it yet.")
    return _pairs("pairs", _("Pairs to add"), rows, nobody, ticked=rows, own=order and order.pairs)


def _leaving(programme, order=None) -> dict:
    rows, nobody = leaving_pairs(programme), _("There are none: no pair of the programme works now.")
    own, ticked = order and order.ending_pairs, ended_without_order(programme)
    return _pairs("ending", _("Pairs to leave out"), rows, nobody, ticked=ticked, own=own)


def _changed(programme, order=None) -> dict:
    rows, nobody = amended_without_order(programme), _("There are none: new terms are agreed on the page of a pair.")
    return _pairs("changed", _("Pairs on new terms"), rows, nobody, ticked=rows, own=order and order.changed_pairs)


def _ending(programme, order=None) -> dict:
    rows, nobody = pairs_at_work(programme), _("There are none: no pair of the programme works now.")
    return _pairs("ending", _("Pairs that finish"), rows, nobody, own=order and order.ending_pairs)


def _replacement(programme, order=None) -> dict:
    day = day_field(_("The new mentor and the mentees agreed on"), help_text=_("Their written agreement, for minors that of a parent."))
    at_work, mentors = pairs_at_work(programme), free_mentors(programme)
    own = None if order is None else order.ending_pairs
    queryset, first = (at_work, None) if own is None else (with_own(at_work, own), own.first())
    return {
        "old_pair": forms.ModelChoiceField(label=_("Pair or group whose mentor changes"), queryset=queryset, initial=first),
        "new_mentor": MentorField(label=_("New mentor, from those with free places"), queryset=mentors),
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
