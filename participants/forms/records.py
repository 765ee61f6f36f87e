from django import forms
from django.db import models
from django.utils.translation import gettext_lazy

from mentoring.common.day_input import DayInput
from participants.enums import SignerBasis
from participants.forms.guardians import BASES
from participants.forms.people import PERSON_FIELDS, PersonForm
from participants.forms.topics import TOPIC_FIELDS, TopicFields, gathered_topics
from participants.models import MenteeRecord, MentorRecord
from programmes.enums import PersonKind
from programmes.models import Programme

MENTOR_FIELDS = (
    "competences",
    "achievements",
    "category",
    "grade",
    "interests",
    "wished_age",
    "age_from",
    "age_to",
    "class_from",
    "class_to",
    "time_resource",
    "capacity",
    "entered_on",
)
MENTEE_FIELDS = ("request", "interests", "wished_mentor", "what_helps", "time_resource", "entered_on")
LATER_FIELDS = ("left_on", "results", "case_link")
LONG = ("competences", "achievements", "interests", "request", "wished_mentor", "what_helps", "results")
WIDGETS = {name: forms.Textarea(attrs={"rows": 3}) for name in LONG} | {"entered_on": DayInput, "left_on": DayInput}
AFTER = {"help_topics": ("competences", "request"), "interest_topics": ("interests",), "trait_topics": ("wished_mentor", "interest_topics")}
HELP = {
    "what_helps": gettext_lazy("The mentor of the pair reads this: how to work together, without diagnoses and family matters."),
    "wished_age": gettext_lazy("In words; for the matching also as numbers below."),
}


def form_field(field, **kwargs):
    """An address typed without a scheme is meant as https."""
    if isinstance(field, models.URLField):
        kwargs["assume_scheme"] = "https"
    return field.formfield(**kwargs)


def in_reading_order(names) -> list[str]:
    """Ticks follow the words that they are about."""
    order = [name for name in names if name not in TOPIC_FIELDS]
    for topics in (name for name in TOPIC_FIELDS if name in names):
        before = next((name for name in AFTER[topics] if name in order), order[-1])
        order.insert(order.index(before) + 1, topics)
    return order


class RecordForm(TopicFields, forms.ModelForm):
    """An entry of one base; without an instance it asks for the programme."""

    programme = forms.ModelChoiceField(label=gettext_lazy("Programme"), queryset=None, empty_label=None)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["programme"]
        else:
            self.fields["programme"].queryset = Programme.objects.visible_to(actor)
            for name in LATER_FIELDS:
                self.fields.pop(name, None)
        self.offer_topics(set(self.instance.topics.values_list("pk", flat=True)) if self.instance.pk else frozenset())
        self.order_fields(["programme", *in_reading_order([name for name in self.fields if name != "programme"])])

    def record_facts(self) -> dict:
        """Fields of the record as the services take them."""
        facts = {name: value for name, value in self.cleaned_data.items() if name in self._meta.fields}
        return facts | {"topics": gathered_topics(self.cleaned_data)}

    def _post_clean(self):
        """Whether the words are allowed is the service's to say."""


class MentorRecordForm(RecordForm):
    class Meta:
        model = MentorRecord
        fields = MENTOR_FIELDS + LATER_FIELDS
        widgets = WIDGETS
        help_texts = HELP
        formfield_callback = form_field


class MenteeRecordForm(RecordForm):
    class Meta:
        model = MenteeRecord
        fields = (*MENTEE_FIELDS, *LATER_FIELDS, "completed")
        widgets = WIDGETS
        help_texts = HELP
        formfield_callback = form_field


class EntryForm(PersonForm):
    """Somebody new for a base: the person, the representative of a minor and the record in one form."""

    record_form: type[RecordForm]

    guardian = forms.CharField(
        label=gettext_lazy("Representative"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Of a minor: surname, name and patronymic in full. The representative signs the consents."),
    )
    guardian_basis = forms.ChoiceField(label=gettext_lazy("Basis of the rights"), choices=BASES, required=False)
    guardian_phone = forms.CharField(label=gettext_lazy("Phone of the representative"), required=False, max_length=40)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        record = self.record_form(actor=actor)
        record.fields.pop("completed", None)
        self.fields["kind"].initial = PersonKind.PUPIL
        self.record_names = tuple(name for name in record.fields if name != "programme")
        programme = record.fields.pop("programme")
        self.fields = {"programme": programme} | self.fields | record.fields
        for name in set(self.record_names).difference(TOPIC_FIELDS):
            self.fields[name].initial = record.get_initial_for_field(self.fields[name], name)

    def facts(self) -> dict:
        """What `enter_new_person` takes."""
        words = self.cleaned_data
        return {
            "programme": words["programme"],
            "person": {name: words[name] for name in PERSON_FIELDS},
            "record": {
                **{name: words[name] for name in self.record_names if name not in TOPIC_FIELDS and words[name] is not None},
                "topics": gathered_topics(words),
            },
            "guardian": {
                "full_name": words["guardian"],
                "basis": words["guardian_basis"] or SignerBasis.PARENT,
                "phone": words["guardian_phone"],
            },
        }


class MentorEntryForm(EntryForm):
    record_form = MentorRecordForm


class MenteeEntryForm(EntryForm):
    record_form = MenteeRecordForm
