"""The instruments that every school gets a copy of: questionnaires of both phases and the table of nine indicators."""

from dataclasses import dataclass
from functools import cache

from mentoring.common import reference
from monitoring.enums import Phase

QUESTIONNAIRES = {
    Phase.QUALITY: "monitoring/instruments/quality.toml",
    Phase.INFLUENCE: "monitoring/instruments/influence.toml",
}
INDICATORS = "monitoring/instruments/indicators.toml"


@dataclass(frozen=True)
class Indicator:
    position: int
    criterion: str
    title: str
    hint: str


@dataclass(frozen=True)
class Mark:
    value: int
    title: str


@dataclass(frozen=True)
class LevelBand:
    code: str
    title: str
    lowest: int
    highest: int
    advice: str


@dataclass(frozen=True)
class IndicatorTable:
    version: str
    source: str
    marks: tuple[Mark, ...]
    bands: tuple[LevelBand, ...]
    indicators: tuple[Indicator, ...]

    @property
    def highest(self) -> int:
        return max(band.highest for band in self.bands)

    def band_of(self, total: int) -> LevelBand:
        for band in self.bands:
            if band.lowest <= total <= band.highest:
                return band
        message = f"No level holds the sum {total}."
        raise ValueError(message)

    def criteria(self) -> list[tuple[str, list[Indicator]]]:
        """Return the indicators under their criteria, in order."""
        groups: dict[str, list[Indicator]] = {}
        for indicator in self.indicators:
            groups.setdefault(indicator.criterion, []).append(indicator)
        return list(groups.items())


@cache
def indicator_table() -> IndicatorTable:
    file = reference.load(INDICATORS)
    return IndicatorTable(
        version=file["version"],
        source=file["source"],
        marks=tuple(Mark(mark["value"], mark["title"]) for mark in file["mark"]),
        bands=tuple(LevelBand(band["code"], band["title"], band["from"], band["to"], band["advice"]) for band in file["level"]),
        indicators=tuple(
            Indicator(indicator["number"], criterion["title"], indicator["title"], indicator["hint"])
            for criterion in file["criterion"]
            for indicator in criterion["indicator"]
        ),
    )


def questionnaire_file(phase) -> dict:
    return reference.load(QUESTIONNAIRES[Phase(phase)])


def satisfied_from() -> int:
    """Points of 10 from which the mean of somebody's ratings counts as satisfied; no norm names it, so papers print it."""
    return questionnaire_file(Phase.QUALITY)["satisfied_from"]
