"""The columns of the two bases, as the reference data names them."""

from dataclasses import dataclass
from functools import cache

from mentoring.common.reference import load
from mentoring.common.sheets.table import ExpectedColumn, normalised

FILE = "participants/texts/columns.toml"


@dataclass(frozen=True)
class BaseColumn:
    code: str
    heading: str
    synonyms: tuple[str, ...]
    kind: str
    required: bool
    imported: bool
    choices: str

    @property
    def expected(self) -> ExpectedColumn:
        return ExpectedColumn(self.code, self.heading, self.synonyms, required=self.required)


@dataclass(frozen=True)
class BaseSheet:
    code: str
    title: str
    sheet: str
    columns: tuple[BaseColumn, ...]

    @property
    def imported(self) -> list[BaseColumn]:
        return [column for column in self.columns if column.imported]


@cache
def base_sheet(base: str) -> BaseSheet:
    """The sheet of one base: its name and its columns in order."""
    entry = next(entry for entry in load(FILE)["base"] if entry["code"] == base)
    return BaseSheet(entry["code"], entry["title"], entry["sheet"], tuple(_column(column) for column in entry["column"]))


def _column(entry: dict) -> BaseColumn:
    return BaseColumn(
        code=entry["code"],
        heading=entry["heading"],
        synonyms=tuple(entry.get("synonyms", [])),
        kind=entry["kind"],
        required=entry["required"],
        imported=entry["imported"],
        choices=entry.get("choices", ""),
    )


@cache
def passed_over() -> frozenset[str]:
    """Headings, normalised, of columns that hold nothing for a base: running numbers, the reasons that we wrote ourselves."""
    file = load(FILE)
    return frozenset(normalised(name) for name in (file["number_heading"], *file["number_synonyms"], file["reason_heading"]))


@cache
def name_parts() -> dict[str, frozenset[str]]:
    """Headings, normalised, of the three columns that a full name may be cut into."""
    return {part: frozenset(map(normalised, headings)) for part, headings in load(FILE)["name_parts"].items()}


def reason_heading() -> str:
    return load(FILE)["reason_heading"]


@cache
def choice_values(choice: str) -> tuple[tuple[str, str], ...]:
    """Pairs (code, the word that is written) of a column with choices."""
    return tuple((value["code"], value["words"][0]) for value in _choice(choice)["values"])


@cache
def choice_code(choice: str, text: str) -> str | None:
    """The code that `text` means, None when nobody knows the word."""
    wanted = normalised(text)
    for value in _choice(choice)["values"]:
        if wanted in {normalised(word) for word in value["words"]}:
            return value["code"]
    return None


def _choice(choice: str) -> dict:
    return next(entry for entry in load(FILE)["choice"] if entry["code"] == choice)
