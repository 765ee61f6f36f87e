"""Events of programmes in words."""

from django.utils.translation import gettext_lazy as _

from accounts.event_names import name_events

name_events(
    {
        "programme.created": _("Programme created"),
        "programme.edited": _("Programme changed"),
        "dictionary.added": _("Entry added to the dictionary of the school"),
        "dictionary.switched_on": _("Entry of the dictionary switched on"),
        "dictionary.switched_off": _("Entry of the dictionary switched off"),
        "measure.added": _("Measure added to the roadmap"),
        "measure.edited": _("Measure of the roadmap changed"),
        "measure.removed": _("Measure removed from the roadmap"),
        "measure.moved": _("Measure of the roadmap marked"),
    }
)
