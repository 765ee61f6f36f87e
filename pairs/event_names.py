from django.utils.translation import gettext_lazy as _

from accounts.event_names import name_events

name_events(
    {
        "pair.proposed": _("Pair proposed"),
        "pair.agreement_recorded": _("Agreement recorded"),
        "pair.agree": _("All sides of the pair agreed"),
        "pair.put_in_order": _("Pair put into an order"),
        "pair.release": _("Pair taken out of the order"),
        "pair.activate": _("Pair fixed by an order"),
        "pair.suspend": _("Pair suspended"),
        "pair.resume": _("Pair resumed"),
        "pair.reopen": _("Pair opened again"),
        "pair.complete": _("Pair completed"),
        "pair.end": _("Pair ended early"),
        "pair.withdraw": _("Proposal of the pair withdrawn"),
        "pair.amendment_proposed": _("Change of the pair proposed"),
        "pair.amendment_agreed": _("Agreement to a change recorded"),
        "pair.amendment_dropped": _("Change of the pair dropped"),
        "pair.amended": _("New terms of the pair in force"),
        "pair.request_lay_down": _("The mentor's duties are to be laid down"),
        "pair.request_another_mentor": _("Another mentor asked for"),
        "pair.request_settled": _("Request answered"),
        "pair.mentor_replaced": _("Mentor of the pair replaced"),
        "pair.hold": _("Pair held by the school"),
        "pair.let_go_on": _("Held pair goes on"),
        "concern.received": _("Confidential signal received"),
        "concern.noted": _("Note on a confidential signal"),
        "concern.handed_over": _("Confidential signal handed over"),
        "concern.pair_held": _("Pair held because of a confidential signal"),
        "concern.closed": _("Confidential signal closed"),
        "safeguarding_lead.named": _("Person responsible for the safety of children named"),
        "safeguarding_lead.ended": _("Person responsible for the safety of children released"),
        "pair.report_written": _("Mentor's report written"),
        "plan.started": _("Individual plan begun"),
        "plan.task_added": _("Task added to the plan"),
        "plan.task_changed": _("Task of the plan changed"),
        "plan.task_removed": _("Task taken out of the plan"),
        "meeting.logged": _("Meeting logged"),
        "meeting.not_held": _("Meeting did not take place"),
    }
)
