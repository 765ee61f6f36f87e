from programmes.services.creating import create_programme
from programmes.services.dictionaries import add_entry, copy_dictionaries, switch_entry
from programmes.services.editing import add_measure, edit_measure, edit_programme, remove_measure
from programmes.services.measures import set_measure_state

__all__ = [
    "add_entry",
    "add_measure",
    "copy_dictionaries",
    "create_programme",
    "edit_measure",
    "edit_programme",
    "remove_measure",
    "set_measure_state",
    "switch_entry",
]
