"""Tasks of a plan and the mentor's report, for a phone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.common.day_input import DayInput
from pairs.enums import PlanSection
from pairs.models import MentorReport, PlanItem
from pairs.queries.plans import plan_sections

DAYS = {"required": _("Enter the day."), "invalid": _("Enter the day as 03.09.2026.")}


class TaskForm(forms.ModelForm):
    class Meta:
        model = PlanItem
        fields = ["task", "section", "due_on", "planned_result"]
        widgets = {"due_on": DayInput, "section": forms.RadioSelect}
        error_messages = {"due_on": DAYS, "task": {"required": _("Write what is to be done.")}}

    def __init__(self, *args, pair, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = [(section.value, section.label) for section in plan_sections(pair)]
        self.fields["section"].initial = self.initial.get("section") or PlanSection.DIFFICULTIES


class TaskResultForm(TaskForm):
    """The same task later: what came of it."""

    class Meta(TaskForm.Meta):
        fields = ["actual_result", "done_on", "mark", "task", "section", "due_on", "planned_result"]
        widgets = TaskForm.Meta.widgets | {"done_on": DayInput}
        error_messages = TaskForm.Meta.error_messages | {"done_on": DAYS}
        help_texts = {"done_on": _("Empty: not done yet."), "mark": _("In a word or two: справился, нужна помощь.")}


class MentorReportForm(forms.ModelForm):
    class Meta:
        model = MentorReport
        fields = ["conclusions", "difficulties", "proposals"]
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in fields}
        help_texts = {
            "conclusions": _("What the work has given the mentee and you."),
            "proposals": _("What the school could do better next year."),
        }
        error_messages = {"conclusions": {"required": _("Write at least one conclusion: what the work has given.")}}
