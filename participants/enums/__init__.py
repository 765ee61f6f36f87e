from participants.enums.bulk import BulkState, BulkVerdict
from participants.enums.consents import (
    NEEDED_TO_PAIR,
    OPEN_SHEETS,
    ConsentPurpose,
    ConsentStanding,
    PageState,
    SheetsFormat,
    SheetState,
    SignerBasis,
)
from participants.enums.contracts import ContractEnd, ContractKind, ContractState
from participants.enums.entry import EntryState, EntryWay
from participants.enums.gates import GATES_OF_MENTEES, MARKED_GATES, Gate, ObstacleCode
from participants.enums.importing import ImportBase, ImportState, RowVerdict
from participants.enums.records import NEEDS_OF_PUPILS, NEEDS_OF_TEACHERS, MentorCategory, MentorGrade, NeedCategory, Shift
from participants.enums.topics import ABOUT_HELP, TopicGroup
from participants.enums.twins import TwinSign

__all__ = [
    "ABOUT_HELP",
    "GATES_OF_MENTEES",
    "MARKED_GATES",
    "NEEDED_TO_PAIR",
    "NEEDS_OF_PUPILS",
    "NEEDS_OF_TEACHERS",
    "OPEN_SHEETS",
    "BulkState",
    "BulkVerdict",
    "ConsentPurpose",
    "ConsentStanding",
    "ContractEnd",
    "ContractKind",
    "ContractState",
    "EntryState",
    "EntryWay",
    "Gate",
    "ImportBase",
    "ImportState",
    "MentorCategory",
    "MentorGrade",
    "NeedCategory",
    "ObstacleCode",
    "PageState",
    "RowVerdict",
    "SheetState",
    "SheetsFormat",
    "Shift",
    "SignerBasis",
    "TopicGroup",
    "TwinSign",
]
