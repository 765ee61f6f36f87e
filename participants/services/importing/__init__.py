from participants.services.importing.checking import check_import
from participants.services.importing.writing import discard_import, write_import

__all__ = ["check_import", "discard_import", "write_import"]
