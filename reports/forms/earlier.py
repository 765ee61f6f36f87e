"""Orders that were issued on paper before Tandem."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programmes.models import Programme
from reports.enums import EARLIER
from reports.forms.days import day_field
from reports.forms.numbers import series_choices
from reports.queries.numbering import MAIN_SERIES
from reports.queries.order_texts import order_kinds

FIELDS = ("programme", "kind", "title", "number", "sequence", "signed_on", "series")
ASKED = ("programme", "kind")
PLACE_HELP = _("Only for a number that looks otherwise than the numbers of the series, 26/1 for example: 26, and the next order gets 27.")
KIND_HELP = _("The folder of the programme then knows which order it is.")


def scan_field(*, required: bool) -> forms.FileField:
    return forms.FileField(
        label=_("Scan of the order"),
        required=required,
        help_text=_("PDF, JPEG or PNG up to 20 MB. It lies in the folder of the programme."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )


class EarlierOrderForm(forms.Form):
    """Requisites of an order on paper. The number is text: 71-б, 26/1, 17 – ОД.

    `order` is one that is corrected, `told` what the address says of a new one.
    """

    programme = forms.ModelChoiceField(label=_("Programme"), queryset=None, empty_label=_("Choose the programme"))
    kind = forms.ChoiceField(label=_("Kind"), required=False, help_text=KIND_HELP)
    title = forms.CharField(label=_("Heading"), max_length=300)
    number = forms.CharField(label=_("Number"), max_length=20, help_text=_("As it stands on the paper: 71-б, 26/1, 17 – ОД."))
    sequence = forms.IntegerField(
        label=_("Its place in the row of numbers"), min_value=1, max_value=100_000, required=False, help_text=PLACE_HELP
    )
    signed_on = day_field(_("Date"))
    series = forms.ChoiceField(label=_("Series of numbers"))
    scan = scan_field(required=False)

    def __init__(self, *args, actor, order=None, told=None, **kwargs):
        initial = {name: getattr(order, name) for name in FIELDS} if order else {name: told[name] for name in ASKED if name in (told or {})}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["programme"].queryset = Programme.objects.visible_to(actor)
        self.fields["kind"].choices = [(EARLIER, _("Not told")), *((kind["code"], kind["menu"]) for kind in order_kinds())]
        if order:
            del self.fields["scan"]  # it has a place of its own on the page of the order
        choices = series_choices()
        self.fields["series"].choices = choices
        if len(choices) == 1:
            self.fields["series"].widget, self.fields["series"].initial = forms.HiddenInput(), MAIN_SERIES

    def clean_kind(self):
        return self.cleaned_data["kind"] or EARLIER


class TakeOutForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it is taken out"), max_length=200, help_text=_("For example: entered twice. The journal keeps it.")
    )


class OrderScanForm(forms.Form):
    scan = scan_field(required=True)
