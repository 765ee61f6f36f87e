import io
import os
import struct
import zipfile
from xml.etree import ElementTree

import pytest

from mentoring.common.refusal import Refusal
from mentoring.common.sheets import reader
from mentoring.common.sheets.safety import MAX_UPLOAD, UnsafeWorkbook, check_workbook
from tests.mentoring.common.sheets.workbooks import SHEET, SHEET_XML, rebuilt, rewound, workbook

ENTITIES = b'<!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
EXTERNAL = b'<!DOCTYPE z [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>'


def sheet_bomb(size: int) -> io.BytesIO:
    return rebuilt({SHEET: b" " * size})


def many_members() -> io.BytesIO:
    return rebuilt({f"xl/{number}.xml": b"" for number in range(100_000)})


def nested() -> io.BytesIO:
    inner = sheet_bomb(60_000_000).getvalue()
    return rebuilt({f"xl/media/{number}.zip": inner for number in range(3)} | {SHEET: b" " * 99_000_000})


def lying_size() -> io.BytesIO:
    """The directory says 1,000 bytes, the stream unpacks to 300 MB."""
    data = bytearray(sheet_bomb(300_000_000).getvalue())
    name = SHEET.encode()
    local, central = data.find(name) - 30, data.rfind(name) - 46
    struct.pack_into("<L", data, local + 22, 1_000)
    struct.pack_into("<L", data, central + 24, 1_000)
    return io.BytesIO(bytes(data))


def overlapping() -> io.BytesIO:
    """Two thousand directory records that all mean one compressed megabyte."""
    data = sheet_bomb(1_000_000).getvalue()
    end = data.rfind(b"PK\x05\x06")
    length, start = struct.unpack_from("<2L", data, end + 12)
    record = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    name_length = struct.unpack_from("<H", data, record + 28)[0]
    body = b"".join(data[record : record + 46] + b"%0*d" % (name_length, number) for number in range(1_900))
    count = struct.unpack_from("<H", data, end + 10)[0] + 1_900
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, length + len(body), start, 0)
    return io.BytesIO(data[:end] + body + tail)


BOMBS = {
    "588 MB in a sheet": lambda: sheet_bomb(588_000_000),
    "100,000 members": many_members,
    "nested": nested,
    "lying size": lying_size,
    "overlapping": overlapping,
    "ratio": lambda: sheet_bomb(50_000_000),
    "entities": lambda: rebuilt({SHEET: ENTITIES + SHEET_XML.format("&b;").encode()}),
    "entities behind a long comment": lambda: rebuilt({SHEET: b"<!--" + os.urandom(300_000).hex().encode() + b"-->" + ENTITIES}),
    "entities in shared strings": lambda: rebuilt({"xl/sharedStrings.xml": ENTITIES}),
    "external entity": lambda: rebuilt({SHEET: EXTERNAL + SHEET_XML.format("&a;").encode()}),
}


def resident() -> int:
    with open("/proc/self/statm") as numbers:  # noqa: PTH123 - not a file
        return int(numbers.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_a_parser_sees_it(name, monkeypatch):
    """How fast that is, `script/bench sheets` says."""
    bomb = BOMBS[name]()
    monkeypatch.setattr(reader, "_parser", lambda upload: pytest.fail("the parser was started"))
    before = resident()
    with pytest.raises(UnsafeWorkbook):
        list(reader.read_rows(bomb))
    assert resident() - before < 50_000_000


def test_a_parser_without_the_check_swells():
    """The control: the entities are live, ten letters become fifty."""
    assert len(ElementTree.fromstring(ENTITIES + b"<z>&b;</z>").text) == 50  # noqa: S314 - what is shown


def without_end() -> io.BytesIO:
    return io.BytesIO(workbook([["a"]]).getvalue()[:-30])


def other_compression() -> io.BytesIO:
    stream = rebuilt({})
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/more.xml", b"x" * 1_000)
    return rewound(stream)


def twice_the_same_member() -> io.BytesIO:
    stream = rebuilt({})
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET, b"")
    return rewound(stream)


NOT_WORKBOOKS = {
    "empty": lambda: io.BytesIO(b""),
    "text": lambda: io.BytesIO("Фамилия;Имя".encode("cp1251")),
    "html called xlsx": lambda: io.BytesIO(b"<html><table></table></html>" * 10),
    "pdf": lambda: io.BytesIO(b"%PDF-1.7\n%%EOF"),
    "cut off": without_end,
    "something after the end": lambda: io.BytesIO(workbook([["a"]]).getvalue() + b"tail of another file"),
    "something before the start": lambda: io.BytesIO(b"MZ" + workbook([["a"]]).getvalue()),
    "no content types": lambda: rebuilt({"[Content_Types].xml": None}),
    "a document of Word": lambda: rebuilt({"xl/workbook.xml": None, "word/document.xml": b"<x/>"}),
    "compression of its own": other_compression,
    "two members of one name": twice_the_same_member,
}


@pytest.mark.parametrize("name", NOT_WORKBOOKS)
def test_what_is_not_a_workbook_is_refused_with_a_way_out(name):
    with pytest.raises(UnsafeWorkbook) as refused:
        check_workbook(NOT_WORKBOOKS[name]())
    assert ".xlsx" in refused.value.sentence


@pytest.mark.parametrize(
    "content, word",
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1_000, ".xls)"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1_000 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (rebuilt({"xl/vbaProject.bin": b"\0"}).getvalue(), "macros"),
        (b"PK\x03\x04" + b"\0" * MAX_UPLOAD, "10 MB"),
    ],
    ids=["old format", "password", "macros", "too large"],
)
def test_the_sentence_says_what_is_wrong(content, word, settings):
    settings.LANGUAGE_CODE = "en"
    with pytest.raises(Refusal) as refused:
        check_workbook(io.BytesIO(content))
    assert word in refused.value.sentence


def test_an_honest_workbook_passes_and_stands_at_its_start():
    stream = workbook([["Иванов", 5]] * 2_000)
    check_workbook(stream)
    assert stream.tell() == 0


def test_a_long_run_of_equal_cells_is_honest():
    check_workbook(workbook([["да"] * 20] * 5_000))


def test_a_zip64_directory_is_honest():
    stream = rebuilt({})
    data = stream.getvalue()
    end = data.rfind(b"PK\x05\x06")
    count, length, start = struct.unpack_from("<H2L", data, end + 10)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    check_workbook(io.BytesIO(data[:end] + record + locator + tail))
