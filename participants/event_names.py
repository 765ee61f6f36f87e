"""Events of people, consents and imports in words."""

from django.utils.translation import gettext_lazy as _

from accounts.event_names import name_events

name_events(
    {
        "person.added": _("Person added"),
        "person.edited": _("Person edited"),
        "person.merged": _("Two entries of one person merged"),
        "person.unmerged": _("Merge undone"),
        "person.told_apart": _("Told apart from somebody alike"),
        "person.given_account": _("Person got an account"),
        "guardian.edited": _("Guardian edited"),
        "guardian.ended": _("Rights of a guardian ended"),
        "guardian.added": _("Guardian added"),
        "mentor.entered": _("Entered in the base of mentors"),
        "mentee.entered": _("Entered in the base of mentees"),
        "mentor.edited": _("Mentor record edited"),
        "mentee.edited": _("Mentee record edited"),
        "entry.links_issued": _("Links to the questionnaire of entry printed"),
        "entryanswers.sent": _("Questionnaire of entry came in"),
        "entryanswers.confirmed": _("Questionnaire of entry taken into the record"),
        "kinship.recorded": _("Relatives recorded"),
        "kinship.removed": _("Relatives: record removed"),
        "needs.viewed": _("Category of a mentee looked at"),
        "needs.recorded": _("Category of a mentee recorded"),
        "topic.added": _("Topic added to the dictionary"),
        "topic.edited": _("Topic of the dictionary changed"),
        "bulk_change.made": _("Many rows changed at once"),
        "bulk_change.undone": _("Bulk change undone"),
        "consent.recorded": _("Consent recorded"),
        "consent.withdrawn": _("Consent withdrawn"),
        "scanbatch.uploaded": _("Scan of consents uploaded"),
        "scanpage.filed": _("Page of a scan filed"),
        "scanpage.set_aside": _("Page of a scan set aside"),
        "scanpage.opened": _("Page of a scan opened"),
        "consent_sheets.issued": _("Consents printed"),
        "consentsheet.hand_in": _("Sheet of a consent handed in"),
        "consentsheet.file": _("Sheet of a consent checked"),
        "consentsheet.void": _("Sheet of a consent made void"),
        "programme.gates_chosen": _("Conditions for a pair chosen"),
        "gatemark.recorded": _("Condition for a pair recorded"),
        "trainingsession.added": _("Session of the School of mentors added"),
        "trainingsession.attended": _("Attendance recorded"),
        "import.checked": _("Base uploaded for import"),
        "import.written": _("Import written"),
        "import.discarded": _("Import discarded"),
    }
)
