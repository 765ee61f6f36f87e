"""Small signs beside words: an icon, a badge, a state. For templates they are tags of the library `ui`."""

from functools import cache

from django.utils.html import format_html

# Value of a state → (tone, icon). A state that is not here is shown in the neutral tone, never as bare colour.
STATES = {
    "draft": ("neutral", "pencil"),
    "planned": ("neutral", "calendar3"),
    "not_yet": ("neutral", "lock"),
    "not_started": ("neutral", "circle"),
    "skip": ("neutral", "skip-forward"),
    "unchanged": ("neutral", "dash-circle"),
    "too_few": ("neutral", "question-circle"),
    "no_exit": ("neutral", "hourglass"),
    "completed": ("neutral", "flag"),
    "closed": ("neutral", "archive"),
    "ended": ("neutral", "flag"),
    "cancelled": ("neutral", "x-circle"),
    "made": ("good", "check-circle"),
    "undone": ("neutral", "arrow-counterclockwise"),
    "change": ("info", "pencil"),
    "same": ("neutral", "dash-circle"),
    "cannot": ("bad", "x-octagon"),
    "changed": ("good", "check-circle"),
    "meanwhile": ("wait", "skip-forward"),
    "restored": ("good", "arrow-counterclockwise"),
    "kept": ("wait", "skip-forward"),
    "void": ("neutral", "x-circle"),
    "discarded": ("neutral", "trash"),
    "proposed": ("info", "lightbulb"),
    "agreed": ("info", "hand-thumbs-up"),
    "open": ("info", "door-open"),
    "handed_in": ("info", "inbox"),
    "checked": ("info", "clipboard-check"),
    "running": ("info", "arrow-repeat"),
    "in_parts": ("info", "arrow-repeat"),
    "under_way": ("info", "arrow-repeat"),
    "in_progress": ("info", "arrow-repeat"),
    "queued": ("wait", "hourglass-split"),
    "waiting": ("wait", "hourglass-split"),
    "ending": ("neutral", "flag"),
    "unread": ("wait", "qr-code"),
    "refused": ("bad", "eye"),
    "aside": ("neutral", "archive"),
    "issued": ("wait", "printer"),
    "in_order": ("wait", "journal-text"),
    "sent": ("wait", "pen"),
    "expiring": ("wait", "clock"),
    "suspended": ("wait", "pause-circle"),
    "acceptable": ("wait", "dash-circle"),
    "active": ("good", "check-circle"),
    "done": ("good", "check-circle"),
    "filed": ("good", "shield-check"),
    "given": ("good", "shield-check"),
    "ready": ("good", "check-circle"),
    "annulled": ("bad", "x-octagon"),
    "registered": ("neutral", "archive"),
    "signed": ("good", "patch-check"),
    "written": ("good", "check-circle"),
    "create": ("good", "plus-circle"),
    "improved": ("good", "graph-up-arrow"),
    "optimal": ("good", "check-circle"),
    "returned": ("bad", "arrow-return-left"),
    "withdrawn": ("bad", "x-circle"),
    "missing": ("bad", "exclamation-circle"),
    "expired": ("bad", "clock-history"),
    "error": ("bad", "exclamation-triangle"),
    "failed": ("bad", "exclamation-triangle"),
    "worse": ("bad", "graph-down-arrow"),
    "unacceptable": ("bad", "exclamation-triangle"),
}


@cache
def icon(name: str):
    """Draw a Bootstrap icon by its name; it is always decoration, the words stand beside it."""
    return format_html('<i class="bi bi-{}" aria-hidden="true"></i>', str(name).removeprefix("bi ").removeprefix("bi-"))


def badge(label, tone="neutral", icon_name=""):
    """Write a short label with tone (neutral, info, good, wait, bad) and icon. Also for `Column`s in Python."""
    sign = icon(icon_name) if icon_name else ""
    return format_html('<span class="mark mark-{}">{}{}</span>', tone, sign, label)


def state_badge(value, label):
    """Write a state in its own tone and icon, for `Column`s: `state_badge(pair.state, pair.get_state_display())`."""
    return badge(label, *STATES.get(str(value), ("neutral", "circle")))
