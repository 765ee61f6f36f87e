from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.clock import today
from mentoring.common.dates import school_year_bounds
from mentoring.common.day_input import DayInput
from programmes.models import Form, Kind, Measure, Programme
from programmes.queries.presets import DEFAULT, form_templates, presets


class ProgrammeForm(forms.Form):
    """A programme from a preset; the dates default to the current school year."""

    preset = forms.ChoiceField(label=gettext_lazy("Start from"), widget=forms.RadioSelect, initial=DEFAULT)
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=200, help_text=gettext_lazy("It stands on orders and reports, in quotation marks.")
    )
    starts_on = forms.DateField(label=gettext_lazy("From"), widget=DayInput)
    ends_on = forms.DateField(label=gettext_lazy("To"), widget=DayInput)
    forms = forms.MultipleChoiceField(
        label=gettext_lazy("Forms of mentoring"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Tick those that the school will run. Without a tick the forms of the preset are taken."),
    )

    def __init__(self, *args, **kwargs):
        first, last = school_year_bounds(today())
        super().__init__(*args, **kwargs)
        self.fields["preset"].choices = [(preset["code"], f"{preset['title']}. {preset['summary']}") for preset in presets()]
        off = set(Form.objects.filter(is_active=False).values_list("code", flat=True))
        self.fields["forms"].choices = [(form["code"], form["title"]) for form in form_templates() if form["code"] not in off]
        self.fields["starts_on"].initial, self.fields["ends_on"].initial = first, last

    def clean(self):
        words = super().clean()
        if words.get("starts_on") and words.get("ends_on") and words["ends_on"] <= words["starts_on"]:
            self.add_error("ends_on", _("The programme must end after it starts."))
        return words

    def facts(self) -> dict:
        """What `create_programme` takes."""
        return self.cleaned_data | {"forms": self.cleaned_data["forms"] or None}


class ProgrammeEditForm(forms.ModelForm):
    """What may be changed in a programme; whether it may is the service's to say."""

    forms = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Forms of mentoring"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Programme
        fields = ("title", "starts_on", "ends_on", "aims", "tasks", "expected_results")
        widgets = {"starts_on": DayInput, "ends_on": DayInput}
        help_texts = {"aims": gettext_lazy("One a line; so with tasks and expected results.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = Form.objects.filter(programmes=self.instance.pk).values("pk")
        self.fields["forms"].queryset = Form.objects.filter(Q(is_active=True) | Q(pk__in=chosen)).order_by("position", "pk")
        self.fields["forms"].initial = self.instance.forms.all()

    def _post_clean(self):
        """Whether the words are allowed is the service's to say."""


class MeasureForm(forms.ModelForm):
    """A row of the roadmap: an interval, or a recurrence instead."""

    class Meta:
        model = Measure
        fields = ("text", "responsible", "starts_on", "ends_on", "recurrence", "result", "document")
        long = {name: forms.Textarea(attrs={"rows": 2}) for name in ("text", "result", "document")}
        widgets = long | {"starts_on": DayInput, "ends_on": DayInput}
        help_texts = {"recurrence": gettext_lazy("Instead of the days, for example: every year, monthly.")}

    def _post_clean(self):
        """Whether the words are allowed is the service's to say."""


class EntryForm(forms.Form):
    """One more kind, or a role model of a form."""

    KIND = "kind"

    place = forms.ChoiceField(label=gettext_lazy("What is added"))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    words = forms.CharField(label=gettext_lazy("What it is for"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, school_forms, **kwargs):
        super().__init__(*args, **kwargs)
        self.school_forms = {str(form.pk): form for form in school_forms}
        models = [(key, _("Role model: %(form)s") % {"form": form.title}) for key, form in self.school_forms.items()]
        self.fields["place"].choices = [(self.KIND, Kind._meta.verbose_name.capitalize()), *models]

    def facts(self) -> dict:
        """What `add_entry` takes."""
        words = self.cleaned_data
        return {"title": words["title"], "words": words["words"], "form": self.school_forms.get(words["place"])}
