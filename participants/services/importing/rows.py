"""A row of an uploaded base to the fields of a person, a record and a guardian; what cannot be read becomes a problem of its cell."""

import datetime

from django.utils.translation import gettext as _

from mentoring.common.clock import today
from mentoring.common.sheets.cells import FORMULA_ERRORS, YEAR, BadCell, parse_date, parse_integer, parse_text
from mentoring.common.sheets.problems import CellProblem
from mentoring.common.sheets.table import TableRow, normalised
from participants.class_names import tidy_class_name
from participants.enums import ImportBase
from participants.models import MenteeRecord, MentorRecord
from participants.models.person import counts_as_minor
from participants.queries.base_columns import BaseSheet, choice_code, choice_values
from participants.services.importing.read_row import ReadRow
from participants.services.importing.row_checks import check_email, check_lengths, check_letters, check_phones
from participants.services.importing.words import INITIALS, MOST_WORDS, holds_several_people, pieces_of, split_contacts, split_name
from participants.services.people import EARLIEST_BIRTH
from participants.services.records import MOST_PLACES
from programmes.enums import PersonKind

RECORD_MODEL = {ImportBase.MENTORS: MentorRecord, ImportBase.MENTEES: MenteeRecord}
PARTNERS = ("mentor", "mentees")
RECORD_TEXTS = ("competences", "achievements", "interests", "wished_age", "time_resource", "request")
PERSON_TEXTS = ("subject", "phone")
LIMITS = {"experience_years": 80, "capacity": MOST_PLACES}


class RowReader:
    """Reads the rows of one base of a programme."""

    def __init__(self, base: BaseSheet, programme):
        self.base = base
        self.model = RECORD_MODEL[base.code]
        side = "mentor_kinds" if base.code == ImportBase.MENTORS else "mentee_kinds"
        self.kinds_by_form = {normalised(form.title): getattr(form, side) for form in programme.forms.all()}
        self.columns = {column.code: column for column in base.imported}
        self.today = today()

    def is_blank(self, row: TableRow) -> bool:
        """Nothing but a running number, or the line that numbers the columns (1, 2, 3 …)."""
        texts = [text for code in row.columns if code in self.columns and (text := row.text(code))]
        return not texts or (len(texts) > 1 and all(text.isdigit() and len(text) < 3 for text in texts))

    def read(self, row: TableRow) -> ReadRow:
        read = ReadRow(row.number)
        self._drop_formula_errors(row, read)
        self._read_name(row, read)
        self._read_texts(row, read)
        self._read_place(row, read)
        self._read_birth(row, read)
        self._read_numbers(row, read)
        self._read_choices(row, read)
        self._read_contacts(row, read)
        check_letters(row, read)
        check_lengths(row, read, self.model)
        return read

    def _drop_formula_errors(self, row: TableRow, read: ReadRow) -> None:
        """A formula that failed left «#Н/Д» behind: no value, and nothing to keep."""
        if not any(isinstance(value, str) and value.startswith("#") for value in row.row.values):
            return
        for code in self.columns:
            if row.text(code).upper() in FORMULA_ERRORS:
                read.problems.append(row.problem(code, "formula_error", _("a value: the formula in this cell has failed")))
                row.texts[code], row.columns = "", {key: place for key, place in row.columns.items() if key != code}

    def _read_name(self, row: TableRow, read: ReadRow) -> None:
        text = row.text("name")
        name = split_name(text) if len(text.split()) <= MOST_WORDS else None
        if name is None and not any(problem.key == "name" for problem in read.problems):
            read.problems.append(self._name_problem(row, text))
        read.person |= dict(zip(("surname", "name", "patronymic"), name or ("", "", ""), strict=True))

    def _name_problem(self, row: TableRow, text: str) -> CellProblem:
        if text and holds_several_people(row.raw("name")):
            return row.problem("name", "several_people", _("one person in a row: give each of them a row of their own"))
        if any(letter.isdigit() for letter in text):
            return row.problem("name", "bad_name", _("a name without digits, for example Иванова Анна Петровна"))
        expected = _("surname, name and patronymic in full, for example Иванова Анна Петровна")
        return row.problem("name", "initials" if INITIALS.fullmatch(text) else "bad_name", expected)

    def _read_texts(self, row: TableRow, read: ReadRow) -> None:
        read.person |= {code: row.text(code) for code in PERSON_TEXTS if row.text(code)}
        read.record |= {code: row.text(code) for code in RECORD_TEXTS if code in self.columns and row.text(code)}
        for code in PARTNERS:
            if code in self.columns and row.text(code):
                read.partners = pieces_of(row.raw(code))
                read.record["named_partners"] = "; ".join(read.partners)

    def _read_place(self, row: TableRow, read: ReadRow) -> None:
        read.person["class_name"] = tidy_class_name(row.text("class_name"))
        place = row.text("place")
        if tidy_class_name(place) == read.person["class_name"]:  # a pupil's place of study is the class, and that is said already
            place = ""
        read.person["post"] = ", ".join(dict.fromkeys(filter(None, (place, row.text("post")))))

    def _read_birth(self, row: TableRow, read: ReadRow) -> None:
        """The year alone is a fact of its own: nobody invents a day."""
        day = self._value(row, read, "birth_date", lambda raw: None if YEAR.fullmatch(parse_text(raw)) else parse_date(raw))
        if day is not None and not EARLIEST_BIRTH <= day <= self.today:
            read.problems.append(row.problem("birth_date", "unlikely_date", _("a birth date between 1920 and today")))
        years = {code: year for code in ("birth_date", "birth_year") if (year := self._year(row, read, code)) is not None}
        known = day.year if day else years.get("birth_date")
        if known is not None and years.get("birth_year", known) != known:
            read.problems.append(row.problem("birth_year", "other_year", _("the year of the birth date, %(year)s") % {"year": known}))
        read.person["birth_date"] = day
        if day is None and years:
            read.person["birth_year"] = next(iter(years.values()))
        entered_on = self._value(row, read, "entered_on", parse_date)
        if entered_on is not None:
            read.record["entered_on"] = entered_on

    def _year(self, row: TableRow, read: ReadRow, code: str) -> int | None:
        """The year of a cell that holds a year; a whole date counts in the column of years only."""
        text = row.text(code)
        if not text or (code == "birth_date" and not YEAR.fullmatch(text)):
            return None
        day = self._value(row, read, code, lambda raw: parse_date(raw, year_alone=True))
        if day is not None and not EARLIEST_BIRTH.year <= day.year <= self.today.year:
            read.problems.append(row.problem(code, "unlikely_date", _("a birth date between 1920 and today")))
            return None
        return day.year if day else None

    def _read_numbers(self, row: TableRow, read: ReadRow) -> None:
        for code, target in (("experience_years", read.person), ("capacity", read.record)):
            number = self._value(row, read, code, parse_integer)
            lowest = 1 if code == "capacity" else 0
            if number is not None and not lowest <= number <= LIMITS[code]:
                expected = _("a whole number from %(lowest)s to %(highest)s") % {"lowest": lowest, "highest": LIMITS[code]}
                read.problems.append(row.problem(code, "out_of_range", expected))
            elif number is not None:
                target[code] = number

    def _value(self, row: TableRow, read: ReadRow, code: str, parse) -> datetime.date | int | None:
        try:
            return parse(row.raw(code)) if code in self.columns else None
        except BadCell as fault:
            read.problems.append(row.bad(code, fault))
            return None

    def _read_choices(self, row: TableRow, read: ReadRow) -> None:
        kind = self._choice(row, read, "person_kind") if row.text("person_kind") else self._guess_kind(row, read)
        if kind is None and not row.text("person_kind"):
            read.problems.append(row.problem("person_kind", "unknown_kind", _one_of("person_kind")))
        read.person["kind"] = kind or PersonKind.PUPIL
        read.kind_is_told = bool(row.text("person_kind"))
        category = self._choice(row, read, "category") if row.text("category") else None
        if category is not None:
            read.person["category"] = dict(choice_values(self.columns["category"].choices))[category]

    def _choice(self, row: TableRow, read: ReadRow, code: str) -> str | None:
        choice = self.columns[code].choices
        found = choice_code(choice, row.text(code))
        if found is None:
            read.problems.append(row.problem(code, "unknown_word", _one_of(choice)))
        return found

    def _guess_kind(self, row: TableRow, read: ReadRow) -> str | None:
        """Who somebody is when the sheet does not say: by the class, by the form, by the subject."""
        if read.person["class_name"]:
            return PersonKind.PUPIL
        form = normalised(row.text("form"))
        forms = [self.kinds_by_form[form]] if form in self.kinds_by_form else self.kinds_by_form.values()
        kinds = {kind for form_kinds in forms for kind in form_kinds}
        if len(kinds) == 1:
            return kinds.pop()
        return PersonKind.TEACHER if read.person.get("subject") and PersonKind.TEACHER in kinds else None

    def _read_contacts(self, row: TableRow, read: ReadRow) -> None:
        """The contacts of a minor mentee are those of the representative when the cell names one."""
        contacts = split_contacts(row.text("contacts"))
        name = row.text("guardian") or (contacts["name"] if read.person["kind"] == PersonKind.PUPIL else "")
        if name and counts_as_minor(read.person["kind"], read.person["birth_date"], read.person.get("birth_year")):
            phone = row.text("guardian_phone") or (contacts["phone"] if contacts["name"] else "")
            read.guardian = {"full_name": name, "phone": phone}
        check_phones(row, read)
        email = row.text("email") or contacts["email"]
        if email:
            read.person["email"] = email
            check_email(row, read, email)
        if contacts["phone"] and not contacts["name"]:
            read.person.setdefault("phone", contacts["phone"])


def _one_of(choice: str) -> str:
    return _("one of: %(words)s") % {"words": ", ".join(word for _code, word in choice_values(choice))}
