from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput
from pairs.forms.proposing import DATE_ERRORS
from pairs.queries.weighing import PROGRAMME, weighting_choices
from pairs.runs.orders import ORDERS
from programmes.models import Kind

ORDER_WORDS = {
    "total": (_("Best on the whole"), _("the largest sum of all pairs")),
    "weakest": (_("The weakest pair first"), _("the weakest pair as strong as it can be, then the sum")),
    "even": (_("Even load first"), _("mentors get mentees as evenly as they can, then the sum")),
    "rematch": (
        _("Rematch within the year"),
        _("who lost a mentor gets another one; a pair that works is changed only when somebody would stay alone otherwise"),
    ),
}
GROUP, SINGLE = "group", "single"


class StartForm(forms.Form):
    """Ways of weighing and orders of goals; each of one with each of the other is a run."""

    weightings = forms.MultipleChoiceField(
        label=_("What weighs how much"),
        choices=lambda: [(code, title) for code, title, _about in weighting_choices()],
        initial=[PROGRAMME],
        error_messages={"required": _("Choose at least one way of weighing.")},
    )
    orders = forms.MultipleChoiceField(
        label=_("What counts first"),
        choices=[(name, ORDER_WORDS[name][0]) for name in ORDERS],
        initial=["total"],
        error_messages={"required": _("Choose at least one order of goals.")},
    )

    def weighing(self) -> list[dict]:
        chosen = set(self["weightings"].value() or [])
        return [{"code": code, "title": title, "about": about, "ticked": code in chosen} for code, title, about in weighting_choices()]

    def ordering(self) -> list[dict]:
        chosen = set(self["orders"].value() or [])
        words = [(name, *ORDER_WORDS[name]) for name in ORDERS]
        return [{"code": name, "title": title, "about": about, "ticked": name in chosen} for name, title, about in words]


class AdoptForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    starts_on = forms.DateField(label=_("From"), widget=DayInput, error_messages=DATE_ERRORS)
    ends_on = forms.DateField(label=_("To"), widget=DayInput, error_messages=DATE_ERRORS)
    kind = forms.ModelChoiceField(
        label=_("Kind of the pairs"), queryset=None, empty_label=None, error_messages={"required": _("Choose the kind.")}
    )
    together = forms.ChoiceField(
        label=_("Mentors with several mentees"),
        choices=[(SINGLE, _("a pair with each mentee")), (GROUP, _("one group"))],
        widget=forms.RadioSelect,
        initial=SINGLE,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = Kind.objects.active()
        self.fields["kind"].queryset = kinds.exclude(code=GROUP)

    @property
    def terms(self) -> dict:
        """What `adopt_run` asks for."""
        data = self.cleaned_data
        group = Kind.objects.get(code=GROUP) if data["together"] == GROUP else None
        return {name: data[name] for name in ("version", "starts_on", "ends_on", "kind")} | {"group_kind": group}

    def clean_together(self):
        if self.cleaned_data["together"] == GROUP and not Kind.objects.active().filter(code=GROUP).exists():
            raise forms.ValidationError(_("The school's dictionary has no kind “group”. Choose a pair with each mentee."))
        return self.cleaned_data["together"]
