import io

import pytest

from mentoring.common.refusal import Refusal
from mentoring.common.sheets import reader
from mentoring.common.sheets.uploads import read_upload
from mentoring.common.uploads import MAX_SCAN, ScanType, UnsafeUpload, check_scan
from tests.mentoring.common.uploads.samples import HONEST_SCANS, JPEG, SAMPLES, pdf, pdf_with_objects


def test_the_samples_are_sixty_at_least():
    assert len(SAMPLES) >= 60


@pytest.mark.parametrize("name", SAMPLES)
def test_no_sample_is_taken_for_a_scan(name):
    with pytest.raises(UnsafeUpload) as refused:
        check_scan(io.BytesIO(SAMPLES[name]), name)

    assert refused.value.sentence


@pytest.mark.parametrize("name", SAMPLES)
def test_no_sample_is_taken_for_a_table_and_no_parser_sees_it(name, monkeypatch):
    monkeypatch.setattr(reader, "_parser", lambda upload: pytest.fail("the parser was started"))

    with pytest.raises(Refusal):
        list(read_upload(io.BytesIO(SAMPLES[name]), name))


@pytest.mark.parametrize("name", HONEST_SCANS)
def test_an_honest_scan_is_known_by_its_content(name):
    scan = check_scan(io.BytesIO(HONEST_SCANS[name]), name)

    assert scan.content == HONEST_SCANS[name]
    assert scan.type in ScanType


def test_a_phone_may_add_its_own_data_behind_the_picture():
    content = JPEG + b"SEFH" + bytes(range(200)) + b"PK\x05\x06 by chance"

    assert check_scan(io.BytesIO(content), "лист.jpg").type == ScanType.JPEG


@pytest.mark.parametrize(
    "content, name, words",
    [
        (b"", "лист.pdf", "empty"),
        (b"%PDF-" + b" " * MAX_SCAN, "лист.pdf", "20 MB"),
        (JPEG, "лист.pdf", "not what the name says"),
        (pdf(b"/OpenAction << /S /Launch >>"), "лист.pdf", "Print it as a new PDF"),
        (pdf()[:60], "лист.pdf", "damaged"),
    ],
    ids=["empty", "too large", "another type", "active", "torn"],
)
def test_the_sentence_says_what_to_do(content, name, words, settings):
    settings.LANGUAGE_CODE = "en"
    with pytest.raises(UnsafeUpload) as refused:
        check_scan(io.BytesIO(content), name)

    assert words in refused.value.sentence


def test_an_object_stream_that_unpacks_to_gigabytes_is_refused_unread():
    bomb = pdf_with_objects(b" " * 200_000_000)

    with pytest.raises(UnsafeUpload):
        check_scan(io.BytesIO(bomb), "лист.pdf")
