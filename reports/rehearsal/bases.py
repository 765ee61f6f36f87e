"""Acts of the autumn: the two bases come in by import, consents are recorded, some people get accounts."""

from io import BytesIO

from accounts.enums import Role
from mentoring.common import clock
from participants.enums import ConsentPurpose, ImportBase
from participants.models import MenteeRecord, MentorRecord, Person
from participants.services import check_import, give_account, record_consents, write_import
from reports.rehearsal.sheets import base_workbook
from reports.rehearsal.staff import Staff, free_username


def bring_in(staff: Staff, programme, base: ImportBase, rows: list[dict], file_name: str) -> None:
    """Upload the sheet, look at the check and write it, as the curator does in the browser."""
    curator = staff[Role.CURATOR]
    batch = check_import(actor=curator, programme=programme, base=base, file=BytesIO(base_workbook(base, rows)), file_name=file_name)
    if batch.problems:
        message = f"The rehearsal's own sheet does not pass the check: {batch.problems[:3]}"
        raise RuntimeError(message)
    write_import(actor=curator, batch=batch)


def leave_unfinished(staff: Staff, programme, rows: list[dict]) -> None:
    """Upload a sheet of mentees with defects: the check tells them, nothing is written."""
    file = BytesIO(base_workbook(ImportBase.MENTEES, rows))
    check_import(actor=staff[Role.CURATOR], programme=programme, base=ImportBase.MENTEES, file=file, file_name="Добавление от 8А.xlsx")


def gather_consents(staff: Staff, people: list[Person], *, without: int = 0) -> None:
    """Record both needed consents of everybody but the last `without` people."""
    record_consents(
        actor=staff[Role.CURATOR],
        people=people[: len(people) - without],
        purposes=[ConsentPurpose.PROCESSING, ConsentPurpose.PARTICIPATION],
        given_on=clock.today(),
    )


def admit(staff: Staff, person: Person, role: Role, wish: str) -> None:
    give_account(actor=staff[Role.CURATOR], person=person, role=role, username=free_username(wish), password=staff.password)


def find_record(programme, row: dict) -> MentorRecord | MenteeRecord:
    """The record that the import made of a row; names in a rehearsal do not repeat."""
    model = MentorRecord if "competences" in row else MenteeRecord
    surname, name, patronymic = row["name"].split()
    return model.objects.with_person().get(programme=programme, person__surname=surname, person__name=name, person__patronymic=patronymic)
