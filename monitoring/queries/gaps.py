"""Phase 1: what was expected and what came true."""

from dataclasses import dataclass, replace

from monitoring.enums import Phase
from monitoring.queries.answers import rated_items, ratings_of
from monitoring.queries.means import difference, mean


@dataclass(frozen=True)
class Gap:
    """One question in twins; the means are of the people who answered both times. A negative gap is a disappointed expectation."""

    code: str
    title: str
    side: str
    group: str
    direction: str
    answers: int
    expected_mean: float | None
    actual_mean: float | None
    gap: float | None

    def hidden(self):
        return replace(self, expected_mean=None, actual_mean=None, gap=None)


def expectation_gaps(programme) -> list[Gap]:
    """Return the gaps of the twins that have answers of both waves, mentees first."""
    ratings = ratings_of([programme], Phase.QUALITY)[programme.pk]
    found = []
    for question, item in rated_items(Phase.QUALITY).items():
        both = ratings.matched(question) if question in ratings.numbers else []
        if not both:
            continue
        expected, actual = mean(first for first, _second in both), mean(second for _first, second in both)
        found.append(
            Gap(
                code=item.code,
                title=str(item),
                side=question.side,
                group=item.questionnaire.title,
                direction=item.direction,
                answers=len(both),
                expected_mean=expected,
                actual_mean=actual,
                gap=difference(expected, actual),
            )
        )
    return found
