"""Phase 2: how each characteristic changed from entry to exit."""

from dataclasses import dataclass, replace

from monitoring.enums import Direction, Phase, Verdict
from monitoring.queries.answers import Question, Ratings, rated_items, ratings_of
from monitoring.queries.means import difference, mean
from monitoring.queries.privacy import SMALL


@dataclass(frozen=True)
class Change:
    """One characteristic. The means are of the people who answered both times; before the first exit answer, of all at entry."""

    code: str
    title: str
    side: str
    group: str  # title of the questionnaire
    direction: str
    pairs_of_answers: int
    entry_answers: int
    entry_mean: float | None
    exit_mean: float | None
    difference: float | None
    verdict: Verdict
    improved: int | None
    unchanged: int | None
    worse: int | None
    missing_exit: int
    left: int

    @property
    def answers(self) -> int:
        """The number of people behind the figures."""
        return self.pairs_of_answers or self.entry_answers

    def hidden(self):
        return replace(self, entry_mean=None, exit_mean=None, difference=None, improved=None, unchanged=None, worse=None)


@dataclass(frozen=True)
class Headline:
    """How many characteristics went which way."""

    improved: int
    unchanged: int
    worse: int
    too_few: int
    waiting: int

    @property
    def judged(self) -> int:
        return self.improved + self.unchanged + self.worse


def dynamics(programme) -> list[Change]:
    """Return the changes of a programme, mentees first, in the order of the questionnaires."""
    return _changes(ratings_of([programme], Phase.INFLUENCE)[programme.pk], rated_items(Phase.INFLUENCE))


def headlines(programmes) -> dict[int, Headline]:
    """Return the headline of each programme by its key; the number of queries does not depend on the number of programmes."""
    ratings, items = ratings_of(programmes, Phase.INFLUENCE), rated_items(Phase.INFLUENCE)
    return {programme.pk: headline(_changes(ratings[programme.pk], items)) for programme in programmes}


def headline(changes) -> Headline:
    counted = [change.verdict for change in changes]
    order = (Verdict.IMPROVED, Verdict.UNCHANGED, Verdict.WORSE, Verdict.TOO_FEW, Verdict.NO_EXIT)
    return Headline(*(counted.count(verdict) for verdict in order))


def _changes(ratings: Ratings, items) -> list[Change]:
    return [_change(question, item, ratings) for question, item in items.items() if question in ratings.numbers]


def _change(question: Question, item, ratings: Ratings) -> Change:
    both, entry = ratings.matched(question), ratings.entry(question)
    before = [first for first, _second in both] or entry
    entry_mean = mean(before) if before else None
    exit_mean = mean(second for _first, second in both) if both else None
    gap = difference(entry_mean, exit_mean) if both else None
    better = [_gain(item.direction, second - first) for first, second in both]
    return Change(
        code=item.code,
        title=str(item),
        side=question.side,
        group=item.questionnaire.title,
        direction=item.direction,
        pairs_of_answers=len(both),
        entry_answers=len(entry),
        entry_mean=entry_mean,
        exit_mean=exit_mean,
        difference=gap,
        verdict=_verdict(item.direction, gap, len(both)),
        improved=sum(step > 0 for step in better),
        unchanged=sum(step == 0 for step in better),
        worse=sum(step < 0 for step in better),
        missing_exit=ratings.missing_exit(question),
        left=ratings.left(question),
    )


def _gain(direction: str, step: float) -> float:
    """Anxiety, burnout and conflicts are better when the number falls."""
    return -step if direction == Direction.LOWER else step


def _verdict(direction: str, gap: float | None, answers: int) -> Verdict:
    if gap is None:
        return Verdict.NO_EXIT
    if answers < SMALL:
        return Verdict.TOO_FEW
    gain = _gain(direction, gap)
    if gain == 0:
        return Verdict.UNCHANGED
    return Verdict.IMPROVED if gain > 0 else Verdict.WORSE
