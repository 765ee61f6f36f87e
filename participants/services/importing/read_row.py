from dataclasses import dataclass, field

from mentoring.common.sheets.problems import CellProblem


@dataclass(slots=True)
class ReadRow:
    """`person`, `record` and `guardian` are fields as services take them."""

    number: int
    person: dict = field(default_factory=dict)
    record: dict = field(default_factory=dict)
    guardian: dict = field(default_factory=dict)
    kind_is_told: bool = False
    partners: list[str] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
