from participants.services.importing.checking import check_import
from participants.services.importing.columns import map_columns
from participants.services.importing.correcting import correct_cells, offers_of
from participants.services.importing.deciding import decide_twin
from participants.services.importing.running import cancel_work, receive_table, request_write, start_again
from participants.services.importing.writing import discard_import, write_import

__all__ = [
    "cancel_work",
    "check_import",
    "correct_cells",
    "decide_twin",
    "discard_import",
    "map_columns",
    "offers_of",
    "receive_table",
    "request_write",
    "start_again",
    "write_import",
]
