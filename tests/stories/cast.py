"""Who takes part in the story, and the sheets that the curator brings: one group of three and two pairs of pupils."""

import datetime
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from mentoring.common.dates import school_year_bounds
from mentoring.common.reference import load
from reports.rehearsal.sheets import base_workbook
from reports.rehearsal.tandems import Caster, Tandem
from reports.rehearsal.troupe import Troupe

SEED = 12
WRONG_DATE = "32.13.2012"


def role_model_title(form: str, code: str) -> str:
    forms = load("programmes/presets/forms.toml")["form"]
    return next(model["title"] for entry in forms if entry["code"] == form for model in entry["role_model"] if model["code"] == code)


class Cast:
    """`tandems[0]` is the group."""

    def __init__(self, today: datetime.date):
        tandems = Caster(Troupe(SEED), school_year_bounds(today)[0]).cast(("pupil_pupil",), copies=1)[:3]
        for row in [tandem.mentor for tandem in tandems] + [row for tandem in tandems for row in tandem.mentees]:
            row["entered_on"] = today
        self.tandems: list[Tandem] = tandems

    @property
    def group(self) -> Tandem:
        return self.tandems[0]

    @property
    def mentors(self) -> list[dict]:
        return [tandem.mentor for tandem in self.tandems]

    @property
    def mentees(self) -> list[dict]:
        return [row for tandem in self.tandems for row in tandem.mentees]

    def write_sheets(self, folder: Path) -> dict[str, Path]:
        """The two bases, and the base of mentees with a date that does not exist and a person who comes twice."""
        sheets = {"mentors": base_workbook("mentors", self.mentors), "mentees": base_workbook("mentees", self.mentees)}
        sheets["faulty"] = spoil(sheets["mentees"])
        files = {name: folder / f"{name}.xlsx" for name in sheets}
        for name, content in sheets.items():
            files[name].write_bytes(content)
        return files


def spoil(content: bytes) -> bytes:
    book = load_workbook(BytesIO(content))
    sheet = book.active
    headings = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(3, headings["Дата рождения"]).value = WRONG_DATE
    sheet.append([cell.value for cell in sheet[2]])
    file = BytesIO()
    book.save(file)
    return file.getvalue()
