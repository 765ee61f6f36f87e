"""The roadmap of a programme: stages with their measures and how far each is."""

from dataclasses import dataclass

from programmes.enums import MeasureState
from programmes.models import Measure, Programme, Stage


@dataclass(frozen=True)
class RoadmapStage:
    stage: Stage
    measures: list[Measure]

    @property
    def done(self) -> int:
        return sum(measure.state == MeasureState.DONE for measure in self.measures)

    @property
    def is_done(self) -> bool:
        return bool(self.measures) and self.done == len(self.measures)


@dataclass(frozen=True)
class Roadmap:
    stages: list[RoadmapStage]

    @property
    def total(self) -> int:
        return sum(len(stage.measures) for stage in self.stages)

    @property
    def done(self) -> int:
        return sum(stage.done for stage in self.stages)

    @property
    def current(self) -> int | None:
        """Number of the first stage that is not done: it stands open."""
        return next((stage.stage.number for stage in self.stages if not stage.is_done), None)

    @property
    def percent(self) -> int:
        return self.done * 100 // (self.total or 1)


def roadmap_of(programme: Programme) -> Roadmap:
    stages = programme.stages.prefetch_related("measures")
    return Roadmap([RoadmapStage(stage, list(stage.measures.all())) for stage in stages])
