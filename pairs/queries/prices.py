"""«Why not her»: what each other mentor would cost a mentee, in words, and which rule stands in the way of the rest."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pairs.queries.tables import People
from pairs.rule_words import criterion_title, sentences_of, value_in_words
from pairs.runs.alternatives import Alternative, Shift, alternatives
from pairs.runs.snapshot import ASIDE, Snapshot
from pairs.runs.table import Table

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class Way:
    """A mentor whom the mentee could have instead. `tone` is bad when somebody would be left without a mentor."""

    mentor: int
    name: str
    points: int
    change: str
    sentence: str
    chain: list[str]
    tone: str
    known: int  # percent of the answers, by weight, that the score rests on
    whole: bool = True  # else priced as if nobody were coupled


def ways_of(table: Table, mentee: int, people: People) -> list[Way]:
    """The cheapest first; pairs that the curator has forbidden are not among them."""
    edges = table.snapshot.edges
    return [_way(one, people, edges[mentee, one.mentor].confidence) for one in alternatives(table, mentee)]


def _way(one: Alternative, people: People, known: int) -> Way:
    tone = "bad" if one.left_alone else "good" if one.loss <= 0 and one.whole else "wait"
    change = signed(-one.loss) if one.whole else f"≈ {signed(-one.loss)}"
    name, sentence = people.mentor(one.mentor), price_in_words(one, people)
    return Way(one.mentor, name, one.points, change, sentence, _chain(one, people), tone, known, one.whole)


def signed(change: int) -> str:
    """«−35», «+4», «0»."""
    return f"{MINUS}{-change}" if change < 0 else f"+{change}" if change else "0"


def price_in_words(one: Alternative, people: People) -> str:
    """«−35; one other mentee changes mentor; nobody is left without one»."""
    if not one.whole:
        return _("about %(change)s: priced as if nobody came together, the move counts it in full") % {"change": signed(-one.loss)}
    words = [_("the total stays as it is") if one.loss == 0 else _("%(change)s to the total") % {"change": signed(-one.loss)}]
    if one.others:
        changes = ngettext("%(count)s other mentee changes mentor", "%(count)s other mentees change mentors", one.others)
        words.append(changes % {"count": one.others})
    else:
        words.append(_("no other mentee changes mentor"))
    if one.left_alone:
        words.append(_("left without a mentor: %(names)s") % {"names": ", ".join(people.mentee(key) for key in one.left_alone)})
    else:
        words.append(_("nobody is left without a mentor"))
    if one.gap:
        words.append(_("not proven: up to %(gap)s better may be possible") % {"gap": one.gap})
    return "; ".join(words)


def _chain(one: Alternative, people: People) -> list[str]:
    """Who gives way, one sentence each."""
    return [shift_in_words(shift, people) for shift in one.shifts[1:]]


def shift_in_words(shift: Shift, people: People) -> str:
    facts = {
        "mentee": people.mentee(shift.mentee),
        "was": people.mentor(shift.was) if shift.was is not None else _("nobody"),
        "becomes": people.mentor(shift.becomes) if shift.becomes is not None else "",
    }
    if shift.becomes is None:
        return _("%(mentee)s loses the mentor %(was)s and stays alone") % facts
    return _("%(mentee)s: %(was)s → %(becomes)s") % facts


def obstacles_of(table: Table, mentee: int, people: People) -> list[dict]:
    """Mentors who cannot be had: {name, reasons, mentor, may_allow}."""
    rows = []
    for mentor in table.snapshot.places:
        codes = table.snapshot.refusals.get((mentee, mentor))
        if codes:
            rows.append({"mentor": mentor, "name": people.mentor(mentor), "reasons": sentences_of(codes), "may_allow": False})
        elif (mentee, mentor) in table.forbidden:
            rows.append(
                {"mentor": mentor, "name": people.mentor(mentor), "reasons": [_("You have forbidden this pair.")], "may_allow": True}
            )
    return sorted(rows, key=lambda row: (not row["may_allow"], row["name"]))


def parts_of(snapshot: Snapshot, mentee: int, mentor: int) -> list[tuple[str, str, int | None]]:
    """(criterion, how it fits, 0..1000 or None) of a pair that the rules allow."""
    values = zip(snapshot.criteria, snapshot.edges[mentee, mentor].values, strict=True)
    return [(criterion_title(code), value_in_words(value), value) for code, value in values if value != ASIDE]
