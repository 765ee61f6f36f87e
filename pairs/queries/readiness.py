"""Before a run: are there places enough, for whom is there nobody, which rule keeps whom out, and what would help."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from pairs.fitting.fit import Fit
from pairs.matching.goals import Goal
from pairs.queries.coupling import contradictions_of
from pairs.queries.fitting import fit_of
from pairs.queries.setting import policy_of
from pairs.rule_words import sentences_of
from pairs.runs.snapshot import Snapshot, digest_of, snapshot_of
from pairs.runs.table import Table
from participants.enums import ABOUT_HELP
from participants.models import MenteeRecord, MentorRecord
from programmes.models import Form


@dataclass(frozen=True)
class Gap:
    """A group of mentees and what there is for it."""

    title: str
    mentees: int
    places: int  # of mentors who suit at least one of them, or who help with the topic

    @property
    def missing(self) -> int:
        return max(0, self.mentees - self.places)


@dataclass(frozen=True)
class Barrier:
    """A rule: how many people, or pairs of people, it keeps out."""

    sentence: str
    people: int
    pairs: int


@dataclass(frozen=True)
class Readiness:
    mentees: int
    mentors: int
    places: int
    possible: int  # mentees who can have a mentor at once, whatever the score
    first: int
    nobody: list[dict]  # mentees whom no mentor may have: {record, reasons}
    gaps: dict[str, list[Gap]]  # by topic, form, class; the largest first
    barriers: list[Barrier]
    out_mentees: int
    out_mentors: int
    contradictions: list[str]  # between the conditions about groups and the people of today
    blind: int  # mentees about whom so little is known that no score tells anything


def readiness_of(programme) -> Readiness:
    fit = fit_of(programme)
    rows = _rows(programme, fit)
    return Readiness(
        mentees=len(fit.mentees),
        mentors=len(fit.places),
        places=sum(fit.places.values()),
        possible=_possible(fit),
        first=len(fit.priority),
        nobody=_nobody(fit, rows["mentees"]),
        gaps={"topic": _by_topic(fit, rows), "form": _by_form(fit), "class": _by_class(fit, rows["mentees"])},
        barriers=_barriers(fit),
        out_mentees=len(fit.mentees_out),
        out_mentors=len(fit.mentors_out),
        contradictions=contradictions_of(policy_of(programme), fit),
        blind=_blind(fit),
    )


def _rows(programme, fit: Fit) -> dict:
    found = {}
    for name, model, keys in (("mentees", MenteeRecord, fit.mentees), ("mentors", MentorRecord, fit.places)):
        rows = model.objects.filter(programme=programme, pk__in=keys).with_person().prefetch_related("topics")
        found[name] = {row.pk: row for row in rows}
    return found


def _possible(fit: Fit) -> int:
    kept = snapshot_of(fit, {})
    return len(Table(Snapshot(kept), digest_of(kept, "possible"), (Goal.MATCHED,)).counted().plan.pairs)


def _nobody(fit: Fit, mentees: dict) -> list[dict]:
    served = {mentee for mentee, _mentor in fit.scores}
    reasons = defaultdict(Counter)
    for (mentee, _mentor), codes in fit.refusals.items():
        if mentee not in served:
            reasons[mentee].update(codes[:1])
    alone = [mentee for mentee in fit.mentees if mentee not in served]
    rows = [{"record": mentees[mentee], "reasons": sentences_of(code for code, _n in reasons[mentee].most_common(2))} for mentee in alone]
    return sorted(rows, key=lambda row: row["record"].person.search_key)


def _barriers(fit: Fit) -> list[Barrier]:
    people = Counter(code for codes in [*fit.mentees_out.values(), *fit.mentors_out.values()] for code in codes)
    pairs = Counter(code for codes in fit.refusals.values() for code in codes)
    codes = sorted(people | pairs, key=lambda code: (-people[code], -pairs[code], code))
    return [Barrier(sentences_of([code])[0], people[code], pairs[code]) for code in codes]


def _by_topic(fit: Fit, rows: dict) -> list[Gap]:
    asked, offered, titles = Counter(), Counter(), {}
    for key, counts, weight_of in (("mentees", asked, lambda _row: 1), ("mentors", offered, lambda row: fit.places[row.pk])):
        for row in rows[key].values():
            for topic in row.topics.all():
                if topic.group in ABOUT_HELP:
                    counts[topic.pk] += weight_of(row)
                    titles[topic.pk] = topic.title
    return _sorted(Gap(titles[topic], count, offered[topic]) for topic, count in asked.items())


def _by_form(fit: Fit) -> list[Gap]:
    titles = dict(Form.objects.values_list("pk", "title"))
    return _grouped(fit, lambda two: titles[fit.terms[two].form])


def _by_class(fit: Fit, mentees: dict) -> list[Gap]:
    served = _grouped(fit, lambda two: mentees[two[0]].person.class_name)
    members = Counter(row.person.class_name for row in mentees.values())
    places = {gap.title: gap.places for gap in served}
    return _sorted(Gap(title, count, places.get(title, 0)) for title, count in members.items() if title)


def _grouped(fit: Fit, group_of) -> list[Gap]:
    mentees, mentors = defaultdict(set), defaultdict(set)
    for two in fit.scores:
        group = group_of(two)
        mentees[group].add(two[0])
        mentors[group].add(two[1])
    return _sorted(Gap(title, len(keys), sum(fit.places[key] for key in mentors[title])) for title, keys in mentees.items())


def _sorted(gaps) -> list[Gap]:
    return sorted(gaps, key=lambda gap: (gap.places - gap.mentees, gap.title))


def _blind(fit: Fit) -> int:
    told = {mentee for (mentee, _mentor), score in fit.scores.items() if score.confidence}
    return len({mentee for mentee, _mentor in fit.scores} - told)
