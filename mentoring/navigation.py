"""The menu, by permission. Names addresses only: the site knows no app's code."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """`permissions`: any one of them opens the entry; none at all opens it to everybody with a role, of whom the `fact` is true.

    A fact is one of `accounts.actor_facts`; it costs no query.
    """

    label: str
    name: str
    icon: str
    permissions: tuple[str, ...] = ()
    fact: str = ""

    def is_open_to(self, actor) -> bool:
        may = not self.permissions or any(actor.may(permission) for permission in self.permissions)
        return may and (not self.fact or getattr(actor, self.fact))


ENTRIES = (
    Entry(_("Home"), "home", "house"),
    Entry(_("My pairs"), "pairs:mine", "people", ("view_own_pairs",)),
    Entry(_("Wishes for a pair"), "pairs:wishes", "chat-heart", ("view_own_pairs",)),
    Entry(_("Programmes"), "programmes:list", "map", ("view_programmes",)),
    Entry(_("People"), "participants:people", "person-lines-fill", ("view_people",)),
    Entry(_("Mentors"), "participants:mentors", "person-check", ("view_people",)),
    Entry(_("Mentees"), "participants:mentees", "person-hearts", ("view_people", "view_class")),
    Entry(_("Consents"), "participants:consents", "file-earmark-check", ("record_consents",)),
    Entry(_("Pairs and groups"), "pairs:list", "people", ("view_pairs",)),
    Entry(_("Meetings"), "pairs:meetings", "calendar-event", ("view_pairs",)),
    Entry(_("Signals"), "pairs:concerns", "shield-exclamation", ("receive_concerns",)),
    Entry(_("Orders"), "reports:orders", "journal-text", ("view_orders",)),
    Entry(_("Documents"), "reports:documents_choose", "file-earmark-text", ("view_orders",)),
    Entry(_("Questionnaires"), "monitoring:invitations", "ui-checks", ("answer_questionnaires",)),
    Entry(_("Orders about you"), "reports:acknowledgements", "journal-check", fact="is_named_in_orders"),
    Entry(_("Monitoring"), "monitoring:overview", "bar-chart", ("view_monitoring",)),
    Entry(_("Reports"), "reports:reports", "file-earmark-arrow-down", ("download_reports",)),
    Entry(_("My files"), "jobs:list", "folder"),
    Entry(_("Members"), "accounts:members", "person-badge", ("view_members",)),
    Entry(_("Requisites"), "accounts:requisites", "building", ("manage_members",)),
    Entry(_("Journal"), "accounts:journal", "clock-history", ("view_journal",)),
)


def navigation(request) -> dict:
    """Context processor: `navigation` is a list of {label, url, icon, active, badge}."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"navigation": []}
    open_entries = [entry for entry in ENTRIES if entry.is_open_to(actor)]
    items = [{"label": entry.label, "url": reverse(entry.name), "icon": entry.icon, "badge": ""} for entry in open_entries]
    here = max((item["url"] for item in items if request.path.startswith(item["url"])), key=len, default="")
    # Every address starts with that of the home page, which is meant only by itself.
    here = here if here != "/" or request.path == "/" else ""
    return {"navigation": [item | {"active": item["url"] == here} for item in items]}
