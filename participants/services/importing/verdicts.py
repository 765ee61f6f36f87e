"""What shall happen to each row of an upload."""

import datetime

from django.utils.translation import gettext as _

from mentoring.common.names import full_name
from mentoring.common.sheets.table import TableRow
from participants.enums import RowVerdict
from participants.models import Person
from participants.services.importing.changes import changes_of
from participants.services.importing.matching import Match, SchoolPeople, may_be_one, person_key
from participants.services.importing.read_row import ReadRow


class Verdicts:
    """Judges the rows of one upload in order, so that a person who repeats is found."""

    def __init__(self, people: SchoolPeople, decisions: dict[str, int], partners: dict[str, Person]):
        self.people, self.decisions, self.partners = people, decisions, partners
        self.seen: dict[str, list[ReadRow]] = {}
        self.meant: set[int] = set()

    def judge(self, row: TableRow, read: ReadRow) -> dict:
        match = self.people.match(read.person)
        decision = self.decisions.get(decision_key(read))
        suspects = []
        if read.person["surname"] and not any(problem.key == "name" for problem in read.problems):
            self._find_repetition(row, read)
            match = self._decided(match, decision)
            if match.twins or (match.person and match.person.pk in self.meant):
                expected = _("the birth date: the school knows several people of this name")
                read.problems.append(row.problem("birth_date", "twins", expected))
            elif match.person is None and decision is None and not read.problems:
                suspects = self._suspects(row, read)
        if match.person:
            self.meant.add(match.person.pk)
        changes = [] if read.problems else changes_of(self.people, match, read)
        verdict = _verdict(match, read, changes)
        writes = verdict in (RowVerdict.CREATE, RowVerdict.CHANGE)
        return {
            "row": read.number,
            "verdict": verdict,
            "name": full_name(*(read.person[part] for part in ("surname", "name", "patronymic"))) or row.text("name"),
            "place": read.person["class_name"] or read.person["post"],
            "person": match.person.pk if match.person else None,
            "values": _values(read) if writes else {},
            "changes": changes,
        } | _more(read, decision, suspects, self.partners)

    def _decided(self, match: Match, decision: int | None) -> Match:
        """What somebody said about suspected twins; a word about an entry that is gone is no word."""
        return match if match.person or not decision else self.people.named(decision) or match

    def _suspects(self, row: TableRow, read: ReadRow) -> list[dict]:
        found = self.people.twins.like(read.person)
        if found:
            read.problems.append(row.problem("name", "perhaps_same", _("your word: is it somebody who is in the list already?")))
        return [{"pk": pk, "signs": list(map(str, signs))} for pk, signs in found.items()]

    def _find_repetition(self, row: TableRow, read: ReadRow) -> None:
        earlier = self.seen.setdefault(person_key(read.person), [])
        for other in earlier:
            if may_be_one(other.person, read.person):
                expected = _("each person once: row %(row)s holds the same name; if these are two people, give both birth dates")
                read.problems.append(row.problem("name", "repeated_person", expected % {"row": other.number}))
                break
        earlier.append(read)


def decision_key(read: ReadRow) -> str:
    """A row may hold several people, and a corrected name is a new question."""
    return f"{read.number}:{person_key(read.person)}"


def _more(read: ReadRow, decision: int | None, suspects: list[dict], partners: dict[str, Person]) -> dict:
    """What few rows have."""
    named = [{"name": name, "person": partners[name].pk if name in partners else None} for name in read.partners]
    words = {"key": decision_key(read) if suspects else "", "suspects": suspects, "decided": decision, "partners": named}
    return {name: value for name, value in words.items() if value}


def _verdict(match, read: ReadRow, changes: list[dict]) -> RowVerdict:
    if read.problems:
        return RowVerdict.ERROR
    if not match.in_base:
        return RowVerdict.CREATE
    return RowVerdict.CHANGE if changes else RowVerdict.SKIP


def _values(read: ReadRow) -> dict:
    return {"person": _plain(read.person), "record": _plain(read.record), "guardian": read.guardian}


def _plain(fields: dict) -> dict:
    """Dates as text, for JSON."""
    return {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in fields.items()}
