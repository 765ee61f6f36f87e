"""T-22 on what leaves this room: what people wrote is text in every workbook."""

import io
import zipfile

import pytest
from django.urls import reverse

from participants.documents import bad_rows_workbook
from participants.services import receive_table
from tests.factories.participants import MenteeRecordFactory, MentorRecordFactory
from tests.mentoring.common.sheets.test_writer import PAYLOADS


def sheets_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/"))


@pytest.mark.parametrize("name, factory", [("mentors", MentorRecordFactory), ("mentees", MenteeRecordFactory)])
def test_no_text_of_a_list_becomes_a_formula(sign_in, curator, programme, name, factory):
    for payload in PAYLOADS:
        factory(programme=programme, person__surname=payload, person__class_name=payload[:40])

    answer = sign_in(curator).get(reverse(f"participants:{name}"), {"format": "xlsx", "export": "xlsx"})

    xml = sheets_of(b"".join(answer.streaming_content))
    assert "<f>" not in xml
    assert xml.count("SUM(A1:A9)") >= 8


def test_no_cell_of_a_file_of_bad_rows_becomes_a_formula(curator, programme):
    rows = "".join(f'"{payload.replace(chr(34), chr(34) * 2)}"\t7Б\n' for payload in PAYLOADS)
    batch = receive_table(actor=curator, programme=programme, base="mentees", text=f"ФИО\tКласс\n{rows}")

    xml = sheets_of(bad_rows_workbook(batch).getvalue())

    assert "<f>" not in xml
    assert xml.count("SUM(A1:A9)") >= 8
