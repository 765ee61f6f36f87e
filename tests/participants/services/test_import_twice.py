"""T-13b: a long list of good rows is written once, whatever was done before. `TANDEM_ROWS=10000` is the full size."""

import os
from io import BytesIO

from mentoring.common.sheets.columns import Sheet, SheetColumn
from mentoring.common.sheets.writer import write_workbook
from participants.models import Guardian, MenteeRecord, Person
from participants.services import check_import, write_import
from tests.factories.programmes import ProgrammeFactory
from tests.participants.services.test_import_oracle import COLUMNS, good_row

ROWS = int(os.environ.get("TANDEM_ROWS", "500"))


def test_a_second_time_the_same_list_creates_nobody(school, curator):
    programme = ProgrammeFactory(school=school)
    file = BytesIO()
    rows = ([*good_row(number).values()] for number in range(ROWS))
    write_workbook(file, [Sheet("Наставляемые", [SheetColumn(heading) for heading in COLUMNS.values()], rows)])

    def check():
        return check_import(actor=curator, programme=programme, base="mentees", file=BytesIO(file.getvalue()), file_name="база.xlsx")

    first, of_a_colleague = check(), check()

    assert (first.problems, first.count("create")) == ([], ROWS)
    assert [write_import(actor=curator, batch=batch) for batch in (first, of_a_colleague, check())] == [ROWS, 0, 0]
    assert (Person.objects.count(), MenteeRecord.objects.count(), Guardian.objects.count()) == (ROWS, ROWS, ROWS)
