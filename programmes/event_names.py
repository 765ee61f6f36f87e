"""Events of programmes in words."""

from django.utils.translation import gettext_lazy as _

from accounts.event_names import name_events

name_events(
    {
        "programme.created": _("Programme created"),
        "measure.moved": _("Measure of the roadmap marked"),
    }
)
