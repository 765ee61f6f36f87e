"""The board of a run: mentors with their mentees, who stays alone and what would help."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from pairs.models import PairMentee
from pairs.queries.tables import People
from pairs.rule_words import sentences_of
from pairs.runs.snapshot import Snapshot
from pairs.runs.table import Table

HELPERS = 3


@dataclass
class Card:
    """A mentee on the board."""

    key: int
    name: str
    place: str
    mentor: int | None = None
    points: int | None = None
    known: int = 100  # percent of the answers, by weight, that the score rests on
    rank: int | None = None  # of the mentor on the mentee's list of wishes
    locked: bool = False
    weak: bool = False
    first: bool = False
    mates: list[str] = field(default_factory=list)  # who come only together with this mentee
    leaves: str = ""  # the mentor whom the mentee works with now and would leave
    helps: list[str] = field(default_factory=list)


@dataclass
class Column:
    """A mentor with the places of this run."""

    key: int
    name: str
    place: str
    places: int
    least: int = 0  # the smallest group that the mentor takes
    cards: list[Card] = field(default_factory=list)

    @property
    def free(self) -> int:
        return self.places - len(self.cards)


def columns_of(table: Table, people: People, low: int | None) -> list[Column]:
    """Mentors by name; scores up to `low`, the weakest 5 %, are marked, unless most would carry the mark: then it tells nothing."""
    snapshot, first = table.snapshot, set(table.snapshot.priority)
    weak = {two for two in table.mentor_of.items() if low is not None and snapshot.edges[two].points <= low}
    weak = weak if 2 * len(weak) <= len(table.mentor_of) else set()
    held = defaultdict(list)
    for mentee, mentor in table.mentor_of.items():
        person, two, edge = people.mentees[mentee].person, (mentee, mentor), snapshot.edges[mentee, mentor]
        card = Card(mentee, person.short_name, person.place, mentor, edge.points, edge.confidence, snapshot.wishes.get(two))
        card.locked, card.weak, card.first = two in table.locked, two in weak, mentee in first
        before = snapshot.current.get(mentee, mentor)
        card.leaves = people.mentor(before) if before != mentor else ""
        card.mates = _mates(snapshot, mentee, people)
        held[mentor].append(card)
    columns = [
        Column(key, people.mentor(key), people.mentors[key].person.place, places, snapshot.bonds.least.get(key, 0), _by_name(held[key]))
        for key, places in snapshot.places.items()
    ]
    return sorted(columns, key=lambda column: people.mentors[column.key].person.search_key)


def alone_of(table: Table, people: People) -> list[Card]:
    """Mentees without a mentor, with what would help each of them."""
    cards = []
    for key in map(int, table.plan.unmatched):
        person = people.mentees[key].person
        mates = _mates(table.snapshot, key, people)
        helps = [_("A mentor with places for the whole small group would help.")] if mates else _helps(table, key, people)
        card = Card(key, person.short_name, person.place, first=key in table.snapshot.priority, mates=mates, helps=helps)
        cards.append(card)
    return _by_name(cards)


def _by_name(cards: list[Card]) -> list[Card]:
    return sorted(cards, key=lambda card: card.name)


def _mates(snapshot: Snapshot, mentee: int, people: People) -> list[str]:
    return [people.mentee(one) for group in snapshot.bonds.together if mentee in group for one in group if one != mentee]


def _helps(table: Table, mentee: int, people: People) -> list[str]:
    possible = [(one.points, mentor) for (who, mentor), one in table.snapshot.edges.items() if who == mentee]
    if possible:
        best = [people.mentor(mentor) for _points, mentor in sorted(possible, reverse=True)[:HELPERS]]
        return [_("One more place of a mentor who fits would help: %(names)s") % {"names": ", ".join(best)}]
    codes = Counter(codes[0] for (who, _mentor), codes in table.snapshot.refusals.items() if who == mentee)
    return [_("No mentor may be paired with this mentee:"), *sentences_of(code for code, _count in codes.most_common(2))]


def forbidden_of(table: Table, people: People) -> list[dict]:
    rows = [{"mentee": mentee, "mentor": mentor} for mentee, mentor in table.forbidden]
    named = [row | {"names": f"{people.mentee(row['mentee'])} — {people.mentor(row['mentor'])}"} for row in rows]
    return sorted(named, key=lambda row: row["names"])


def changed_since(run, table: Table, people: People) -> list[str]:
    """Who has left or found a pair since the run was counted: such a pair would not be proposed."""
    planned = set(table.mentor_of) | {int(mentee) for mentee in table.plan.unmatched}
    taken = PairMentee.objects.filter(mentee__programme=run.programme_id, finished_on__isnull=True).values_list("mentee_id", flat=True)
    paired = planned & set(taken) - table.snapshot.current.keys()
    gone = [people.mentee(key) for key in planned if people.mentees[key].left_on]
    gone += [people.mentor(key) for key in table.snapshot.places if people.mentors[key].left_on]
    sentences = [_("%(name)s has left the programme.") % {"name": name} for name in sorted(gone)]
    return sentences + [_("%(name)s is in a pair by now.") % {"name": name} for name in sorted(people.mentee(key) for key in paired)]
