"""T-23: what people write stands in names of files and in headers; it forges neither."""

import logging

import pytest
from django.core import mail
from django.http import FileResponse

from mentoring.common.file_names import safe_file_name, safe_name
from mentoring.common.papers import Paper
from mentoring.common.responses import as_pdf

ATTACKS = {
    "a header more": "лист\r\nSet-Cookie: a=b",
    "a header more in Latin": "sheet\r\nSet-Cookie: a=b",
    "a line end alone": "sheet\n",
    "the end of the name": 'sheet"; filename="evil.exe',
    "a way up": "../../etc/passwd",
    "a way up of Windows": "..\\..\\system.ini",
    "the root": "/etc/passwd",
    "NUL": "лист.exe\0",
    "read backwards": "лист\u202efdp.exe",
    "hidden signs": "ли\u200bст\u2066\u2069",
    "half a letter": "лист\ud800",
    "another line by Unicode": "лист\u2028Set-Cookie: a=b",
    "512 bytes": "Щ" * 256,
    "emoji": "👩‍🏫" * 60,
    "nothing": " . ",
    "points": "....",
}


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_a_name_is_one_line_without_a_way_out_and_fits_a_disk(words, tmp_path):
    name = safe_name(words, ".pdf")

    (tmp_path / f"001 {name}").write_bytes(b"")
    assert [path.name for path in tmp_path.iterdir()] == [f"001 {name}"]
    assert name.isprintable()
    assert name.endswith(".pdf")
    assert len(name) > len(".pdf")


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_a_header_holds_the_name_and_nothing_else(words):
    answer = as_pdf(Paper("", b"%PDF-"), f"{words}.pdf")
    stored = FileResponse(b"", as_attachment=True, filename=safe_file_name(f"{words}.pdf"))

    for head in (answer.serialize_headers(), stored.serialize_headers()):
        lines = head.split(b"\r\n")
        assert b"\n" not in b"".join(lines)
        assert [line for line in lines if line.lower().startswith(b"set-cookie")] == []
        assert len(head) < 2_000
    assert answer["Content-Disposition"].startswith("attachment; filename")


def test_a_russian_name_is_told_as_the_standard_asks():
    head = as_pdf(Paper("", b"%PDF-"), "Приказ № 71-од.pdf", inline=True)["Content-Disposition"]

    assert head == "inline; filename*=utf-8''%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%20%E2%84%96%2071-%D0%BE%D0%B4.pdf"  # RFC 6266, 5


@pytest.mark.parametrize(
    "words, name",
    [("Приказ 26/1", "Приказ 26-1"), ("../../etc/passwd", "-..-etc-passwd"), ("..", "документ"), ("a" * 300, "a" * 240)],
)
def test_what_may_not_stand_in_a_name_is_a_dash_and_the_rest_is_cut(words, name):
    assert safe_name(words) == name


def test_an_ordinary_name_stays_as_it_is():
    assert safe_file_name("Приказ 71-од от 01.09.2026.pdf") == "Приказ 71-од от 01.09.2026.pdf"
    assert safe_file_name("Скан 26/1.PDF") == "Скан 26-1.PDF"
    assert safe_file_name("без окончания") == "без окончания"


def test_a_letter_with_a_line_end_in_its_head_is_not_sent():
    with pytest.raises(ValueError, match="newlines"):
        mail.send_mail("Тема\nBcc: all@example.ru", "", None, ["a@example.ru"])
    assert mail.outbox == []


def test_an_address_of_the_site_writes_one_line_into_the_log(client, db, caplog):
    with caplog.at_level(logging.WARNING):
        client.get("/nowhere%0D%0A2026-11-22 ERROR forged/")

    assert [record.getMessage() for record in caplog.records if "\n" in record.getMessage() or "\r" in record.getMessage()] == []
    assert caplog.records
