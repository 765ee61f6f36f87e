"""T-17: files that ask their reader to fetch something. A listener counts who came."""

import io
import xml.sax
import xml.sax.handler

import pytest

from mentoring.common.refusal import Refusal
from mentoring.common.sheets.uploads import read_upload
from mentoring.common.uploads import UnsafeUpload, check_scan
from tests.mentoring.common.sheets.workbooks import SHEET, SHEET_XML, rebuilt

RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
EXTERNAL = f'<Relationship Id="rId9" Type="{OFFICE}{{}}" Target="{{}}" TargetMode="External"/>'
SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"


def entity(address: str) -> str:
    return f'<!DOCTYPE z [<!ENTITY a SYSTEM "{address}">]>'


def parameter_entity(address: str) -> str:
    return f'<!DOCTYPE z [<!ENTITY % a SYSTEM "{address}"> %a;]>'


def document_type(address: str) -> str:
    return f'<!DOCTYPE z SYSTEM "{address}">'


def files(address: str) -> dict[str, bytes]:
    """Twelve of them: entities in parts of a workbook, external relations, documents and drawings."""
    sheet = SHEET_XML.format('<row r="1"><c r="A1" t="inlineStr"><is><t>ФИО</t></is></c></row>')
    word = {"xl/workbook.xml": None, "word/document.xml": b"<x/>"}
    template = RELATIONS.format(EXTERNAL.format("attachedTemplate", address)).encode()
    return {
        "entity.xlsx": rebuilt({SHEET: (entity(address) + sheet).encode()}).getvalue(),
        "parameter.xlsx": rebuilt({SHEET: (parameter_entity(address) + sheet).encode()}).getvalue(),
        "strings.xlsx": rebuilt({"xl/sharedStrings.xml": (entity(address) + "<sst/>").encode()}).getvalue(),
        "type.xlsx": rebuilt({"xl/styles.xml": (document_type(address) + "<styleSheet/>").encode()}).getvalue(),
        "link.xlsx": rebuilt({SHEET_RELATIONS: RELATIONS.format(EXTERNAL.format("hyperlink", address)).encode()}).getvalue(),
        "image.xlsx": rebuilt({SHEET_RELATIONS: RELATIONS.format(EXTERNAL.format("image", address)).encode()}).getvalue(),
        "object.xlsx": rebuilt({SHEET_RELATIONS: RELATIONS.format(EXTERNAL.format("oleObject", address)).encode()}).getvalue(),
        "other book.xlsx": rebuilt(
            {"xl/externalLinks/_rels/externalLink1.xml.rels": RELATIONS.format(EXTERNAL.format("externalLinkPath", address)).encode()}
        ).getvalue(),
        "template.docx": rebuilt(word | {"word/_rels/settings.xml.rels": template}).getvalue(),
        "entity.docx": rebuilt(word | {"word/document.xml": (entity(address) + "<x>&a;</x>").encode()}).getvalue(),
        "picture.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'.encode(),
        "entity.svg": (entity(address) + '<svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>').encode(),
    }


NAMES = sorted(files(""))
HARMLESS = {"link.xlsx", "image.xlsx", "object.xlsx", "other book.xlsx"}  # relations that nobody follows: the cells are read


def test_there_are_twelve_files():
    assert len(NAMES) == 12


@pytest.mark.parametrize("name", NAMES)
def test_no_file_makes_its_reader_fetch_anything(name, listener):
    port, met = listener
    content = files(f"http://127.0.0.1:{port}/x")[name]

    if name in HARMLESS:
        list(read_upload(io.BytesIO(content), name))
    else:
        with pytest.raises(Refusal):
            list(read_upload(io.BytesIO(content), name))
    with pytest.raises(UnsafeUpload):
        check_scan(io.BytesIO(content), name)

    assert met == []


def test_a_reader_without_the_check_calls_the_listener(listener):
    """The control: the same entity, and a parser that follows it."""
    port, met = listener
    reader = xml.sax.make_parser()  # noqa: S317 - what is shown
    reader.setFeature(xml.sax.handler.feature_external_ges, True)

    with pytest.raises(OSError, match="404"):
        reader.parse(io.BytesIO((entity(f"http://127.0.0.1:{port}/x") + "<x>&a;</x>").encode()))

    assert met == ["/x"]
