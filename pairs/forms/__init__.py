from pairs.forms.agreeing import AgreementForm
from pairs.forms.amending import AmendForm
from pairs.forms.meeting import MeetingForm
from pairs.forms.planning import MentorReportForm, TaskForm, TaskResultForm
from pairs.forms.proposing import ProposeForm

__all__ = ["AgreementForm", "AmendForm", "MeetingForm", "MentorReportForm", "ProposeForm", "TaskForm", "TaskResultForm"]
